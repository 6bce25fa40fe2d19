import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { didNotWork, failureModal } from '../../../src/platform/slack/failure-words.ts';
import { API, press, type SlackCaller, startCaller, submission } from './slack-caller.ts';

const HOOKS = 'https://hooks.slack.com';
const broken = new Error('the database is away');
const form = submission([
  { type: 'section', block_id: 'intro', text: { type: 'mrkdwn', text: 'Hello' } },
  {
    type: 'input',
    block_id: 'week',
    label: { type: 'plain_text', text: 'Your week' },
    element: { type: 'plain_text_input' },
  },
]);
const sorry = /^Sorry, that did not work.*reference: ref1$/;

let caller: SlackCaller;
beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
beforeEach(async () => {
  nock(API).post('/api/auth.test').reply(200, { ok: true, user_id: 'UBOT', bot_id: 'BBOT' });
  caller = await startCaller();
});
afterEach(async () => {
  await caller.slack.stop(1000);
  nock.cleanAll();
});
afterAll(() => nock.enableNetConnect());

/** Catches one call and gives its arguments once everything the caller started has ended. */
function catchCall(method: string, answer: object = { ok: true }): () => Promise<Record<string, string>> {
  let caught: Record<string, string> = {};
  const scope = nock(API)
    .post(`/api/${method}`, (body: Record<string, string>) => {
      caught = body;
      return true;
    })
    .reply(200, answer);
  return async () => {
    await caller.slack.stop(1000);
    expect(scope.pendingMocks()).toEqual([]);
    return caught;
  };
}

function catchResponse(path: string): () => Promise<Record<string, unknown>> {
  let caught: Record<string, unknown> = {};
  nock(HOOKS)
    .post(path, (body: Record<string, unknown>) => {
      caught = body;
      return true;
    })
    .reply(200, 'ok');
  return async () => {
    await caller.slack.stop(1000);
    return caught;
  };
}

function failures() {
  return caller.log.filter((line) => line.msg === 'A listener failed');
}

describe('a listener that fails before it answered', () => {
  test('a form stays open with everything typed in it', async () => {
    caller.slack.app.view('check-in', () => Promise.reject(broken));
    const response = await caller.interaction(form);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: {
        week: 'We could not save this. Nothing you typed is lost: keep this window open and submit again. Reference ref1',
      },
    });
    expect(failures()).toMatchObject([
      {
        reference: 'ref1',
        payload: 'view_submission',
        name: 'check-in',
        userId: 'U1',
        err: { message: broken.message },
      },
    ]);
  });

  test('a form without inputs says it in place', async () => {
    caller.slack.app.view('check-in', () => Promise.reject(broken));
    const answer = await (await caller.interaction(submission([]))).json();
    expect(answer).toMatchObject({ response_action: 'update', view: { title: { text: 'Something went wrong' } } });
  });

  test('a command answers to the person alone', async () => {
    caller.slack.app.command('/checkin', () => Promise.reject(broken));
    const answer = await (await caller.command()).json();
    expect(answer).toEqual({ response_type: 'ephemeral', text: expect.stringMatching(sorry) });
    expect(failures()).toMatchObject([{ payload: 'command', name: '/checkin' }]);
  });

  test('a button in a message answers beside it and leaves the message alone', async () => {
    caller.slack.app.action('snooze', () => Promise.reject(broken));
    const told = catchResponse('/actions/1');
    const response = await caller.interaction(press({ response_url: `${HOOKS}/actions/1`, channel: { id: 'D1' } }));
    expect(response.status).toBe(200);
    expect(await told()).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      text: expect.stringMatching(sorry),
    });
  });

  test.each([
    ['on the Home tab opens a window', 'home', 'views.open'],
    ['in a form opens a window over it', 'modal', 'views.push'],
  ])('a button %s', async (_name, type, method) => {
    caller.slack.app.action('snooze', () => Promise.reject(broken));
    const call = catchCall(method);
    await caller.interaction(press({ view: { id: 'V1', type, blocks: [] } }));
    const { trigger_id: trigger, view } = await call();
    expect(trigger).toBe('1.2.3');
    expect(view).toContain('reference: ref1');
  });

  test('a shortcut opens a window', async () => {
    caller.slack.app.shortcut('win', () => Promise.reject(broken));
    const call = catchCall('views.open');
    await caller.interaction({ type: 'shortcut', callback_id: 'win', action_ts: '1.1' });
    expect((await call())['view']).toContain('reference: ref1');
  });

  test('a menu shows no options', async () => {
    caller.slack.app.options('client', () => Promise.reject(broken));
    const menu = { type: 'block_suggestion', action_id: 'client', block_id: 'b', value: 'a' };
    expect(await (await caller.interaction(menu)).json()).toEqual({ options: [] });
  });

  test('a closed window is answered, and nobody is told', async () => {
    caller.slack.app.view({ callback_id: 'check-in', type: 'view_closed' }, () => Promise.reject(broken));
    expect((await caller.interaction({ ...form, type: 'view_closed' })).status).toBe(200);
    await caller.slack.stop(1000);
    expect(failures()).toHaveLength(1);
  });
});

describe('a listener that fails after it answered', () => {
  test('an event is logged', async () => {
    caller.slack.app.event('app_home_opened', () => Promise.reject(broken));
    expect((await caller.event({ type: 'app_home_opened', user: 'U1', channel: 'D1' })).status).toBe(200);
    await caller.slack.stop(1000);
    expect(failures()).toMatchObject([{ payload: 'event', name: 'app_home_opened', reference: 'ref1' }]);
  });

  test('a command is told afterwards', async () => {
    caller.slack.app.command('/checkin', async ({ ack }) => {
      await ack();
      throw broken;
    });
    const told = catchResponse('/commands/T1/1/secret');
    await caller.command();
    expect((await told())['text']).toMatch(sorry);
  });

  test('a form that closed is told in a new window', async () => {
    caller.slack.app.view('check-in', async ({ ack }) => {
      await ack();
      throw broken;
    });
    const call = catchCall('views.open');
    expect(await (await caller.interaction(form)).text()).toBe('');
    expect((await call())['view']).toContain('reference: ref1');
  });

  test('when the window comes too late, the person is written to', async () => {
    caller.slack.app.view('check-in', async ({ ack }) => {
      await ack();
      throw broken;
    });
    nock(API).post('/api/views.open').reply(200, { ok: false, error: 'expired_trigger_id' });
    nock(API)
      .post('/api/conversations.open')
      .reply(200, { ok: true, channel: { id: 'D1' } });
    const call = catchCall('chat.postMessage', { ok: true, channel: 'D1', ts: '1.1' });
    await caller.interaction(form);
    expect(await call()).toMatchObject({ channel: 'D1', text: expect.stringMatching(sorry) });
  });
});

describe('what no listener answers', () => {
  test('a command says that it is not known, at once', async () => {
    const { text } = Object(await (await caller.command()).json());
    expect(text).toContain('does not know what to do with this');
  });

  test('a form does not close as if it were saved', async () => {
    expect(await (await caller.interaction(form)).json()).toMatchObject({ response_action: 'errors' });
  });

  test('a button that opens a link needs nothing', async () => {
    const link = { type: 'button', action_id: 'open', block_id: 'b', url: 'https://a.example' };
    expect((await caller.interaction(press({ actions: [link] }))).status).toBe(200);
    await caller.slack.stop(1000);
    expect(caller.log.filter((line) => line.level >= 40)).toEqual([]);
  });
});

test('when telling fails too, both causes are in the log under one reference', async () => {
  caller.slack.app.action('snooze', () => Promise.reject(broken));
  nock(HOOKS).post('/actions/1').reply(500);
  nock(API).post('/api/conversations.open').reply(500);
  await caller.interaction(press({ response_url: `${HOOKS}/actions/1` }));
  await caller.slack.stop(1000);
  const told = caller.log.filter((line) => line.reference === 'ref1').map((line) => line.msg);
  expect(told).toEqual([
    'A listener failed',
    'Could not reply where the person was',
    'Could not tell the person that it failed',
  ]);
});

test('two listeners that fail are two lines under one reference', async () => {
  caller.slack.app.command('/checkin', () => Promise.reject(broken));
  caller.slack.app.command(/check/, () => Promise.reject(new Error('so is the disk')));
  await caller.command();
  expect(failures()).toMatchObject([
    { reference: 'ref1', err: { message: broken.message } },
    { reference: 'ref1', err: { message: 'so is the disk' } },
  ]);
});

test('the window that says so is one Slack takes', () => {
  expect(checkView(failureModal(didNotWork('0123abcd')))).toEqual([]);
});

test('nothing a person typed is logged', async () => {
  caller.slack.app.command('/checkin', () => Promise.reject(broken));
  await caller.command({ text: 'my private words' });
  expect(JSON.stringify(caller.log)).not.toContain('my private words');
});
