import { html, render } from 'htm/preact/standalone';
import { Page } from './page.js';
import { Session } from './session.js';
import { SessionContext } from './use-session.js';

const session = new Session(new URLSearchParams(location.search));
session.open();
render(html`<${SessionContext.Provider} value=${session}><${Page} /><//>`, document.getElementById('page'));
