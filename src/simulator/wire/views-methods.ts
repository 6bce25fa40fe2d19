import type { JsonObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError, explained, missingField } from './api-error.ts';
import { type ApiMethod, type ApiMethods, tier } from './api-method.ts';
import { acceptedView, requireGoodView } from './view-content.ts';
import { viewObject } from './view-object.ts';

const viewsMethod: Omit<ApiMethod, 'run'> = { token: 'bot', scopes: [], readsJson: true, callsPerMinute: tier.four };

export const viewsMethods: ApiMethods = {
  'views.open': {
    ...viewsMethod,
    run(slack, args) {
      const source = requireGoodView(slack, readView(args), ['modal']);
      const personId = exchangeTrigger(slack, args);
      const view = acceptedView(slack.views.open(personId, source));
      slack.changes.announce();
      return { view: viewObject(slack, view, 'without-values') };
    },
  },
  'views.push': {
    ...viewsMethod,
    run(slack, args) {
      const source = requireGoodView(slack, readView(args), ['modal']);
      const personId = exchangeTrigger(slack, args);
      const view = acceptedView(slack.views.push(personId, source));
      slack.changes.announce();
      return { view: viewObject(slack, view, 'without-values') };
    },
  },
  'views.update': {
    ...viewsMethod,
    run(slack, args) {
      const id = args.text('view_id');
      const externalId = args.text('external_id');
      if (!id && !externalId) throw missingField('view_id');
      const source = requireGoodView(slack, readView(args), ['modal', 'home']);
      const view = slack.views.find({ ...(id ? { id } : {}), ...(externalId ? { externalId } : {}) });
      if (!view) throw new ApiError('not_found');
      if (source['type'] !== view.kind) {
        throw explained('invalid_arguments', ['[ERROR] the type of a view cannot change [json-pointer:/view/type]']);
      }
      acceptedView(slack.views.replace(view, source, args.text('hash')));
      slack.changes.announce();
      return { view: viewObject(slack, view, 'without-values') };
    },
  },
  'views.publish': {
    ...viewsMethod,
    run(slack, args) {
      const personId = args.requiredText('user_id');
      if (!slack.app.manifest.homeTab) throw new ApiError('not_enabled');
      const source = requireGoodView(slack, readView(args), ['home']);
      const person = slack.people.findById(personId);
      if (!person || person.deactivated || person.bot) {
        throw explained('invalid_arguments', ['[ERROR] invalid `user_id`']);
      }
      const view = acceptedView(slack.views.publish(personId, source, args.text('hash')));
      slack.changes.announce();
      return { view: viewObject(slack, view, 'without-values') };
    },
  },
};

function readView(args: ApiArguments): JsonObject {
  const view = args.jsonObject('view', 'invalid_arguments');
  if (!view) throw missingField('view');
  return view;
}

/** Only a view that could be shown uses the trigger up. */
function exchangeTrigger(slack: Workspace, args: ApiArguments): string {
  const trigger = args.text('trigger_id') ?? args.text('interactivity_pointer');
  if (!trigger) throw missingField('trigger_id');
  if (!/^\d+\.\d+\.[0-9a-f]+$/.test(trigger)) throw explained('invalid_arguments', ['invalid `trigger_id`']);
  const exchanged = slack.triggers.exchange(trigger);
  if ('refusal' in exchanged) throw new ApiError(exchanged.refusal);
  return exchanged.personId;
}
