import { type Html, html } from '../../platform/web/html.ts';
import { page } from '../../platform/web/page.ts';
import { FIELDS, type TypedAnswer } from './form-answer.ts';
import type { Scale } from './score.ts';
import { LONGEST_WORDS } from './voice.ts';

export interface AnswerPageParts {
  company: string;
  scale: Scale;
  /** What was posted and could not be kept. */
  refused?: { typed: TypedAnswer; errors: Partial<Record<'score' | 'words', string>> };
}

/** The form that a client answers. It names the company, and nothing of the client or of who sent it. */
export function answerPage({ company, scale, refused }: AnswerPageParts): Html {
  const { typed, errors = {} } = refused ?? {};
  const problems = [
    ...(errors.score ? [html`<li><a href="#score-${scale.from}">${errors.score}</a></li>`] : []),
    ...(errors.words ? [html`<li><a href="#words">${errors.words}</a></li>`] : []),
  ];
  return page(
    `${refused ? 'Please check: your' : 'Your'} opinion of ${company}`,
    html`
<h1>Your opinion of ${company}</h1>
${
  problems.length > 0
    ? html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>Nothing was sent yet</h2><ul>${problems}</ul></div>`
    : html`<p>One question and a minute of your time. Only ${company} reads your answer, unless you allow it to be quoted.</p>`
}
<form method="post" novalidate>
  <fieldset class="scale" ${describedBy(errors.score)}>
    <legend>${question(scale, company)}</legend>
    <p class="ends" id="ends">${ends(scale)}</p>
    ${errors.score ? html`<p class="error" id="score-error">${errors.score}</p>` : undefined}
    <div class="choices">${choices(scale, typed?.score)}</div>
  </fieldset>
  <p class="field">
    <label for="words">What is the reason for your answer? <span class="optional">(optional)</span></label>
    ${errors.words ? html`<span class="error" id="words-error">${errors.words}</span>` : undefined}
    <textarea id="words" name="${FIELDS.words}" rows="5" maxlength="${LONGEST_WORDS}"${
      errors.words ? html` aria-invalid="true" aria-describedby="words-error"` : undefined
    }>${typed?.words}</textarea>
  </p>
  <p class="field check">
    <input type="checkbox" id="quote" name="${FIELDS.mayQuote}" value="yes"${typed?.mayQuote ? html` checked` : undefined}>
    <label for="quote">${company} may quote my words, with the name of my company. If you leave this empty, they are not quoted.</label>
  </p>
  <p><button type="submit">Send</button></p>
  <p class="small">This link can be answered once.</p>
</form>`,
  );
}

function question({ kind }: Scale, company: string): string {
  return kind === 'nps'
    ? `How likely are you to recommend ${company} to a colleague or friend?`
    : `How satisfied are you with ${company}?`;
}

function ends({ kind, from, to }: Scale): string {
  return kind === 'nps'
    ? `${from} is not at all likely, ${to} is extremely likely.`
    : `${from} is not at all satisfied, ${to} is very satisfied.`;
}

function choices({ from, to }: Scale, chosen: string | undefined): Html[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).map(
    (value) =>
      html`<span class="choice"><input type="radio" id="score-${value}" name="${FIELDS.score}" value="${value}" required aria-describedby="ends"${
        chosen === String(value) ? html` checked` : undefined
      }><label for="score-${value}">${value}</label></span>`,
  );
}

function describedBy(error: string | undefined): Html | undefined {
  return error ? html`aria-describedby="score-error"` : undefined;
}
