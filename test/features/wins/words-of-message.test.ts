import { describe, expect, it } from 'vitest';
import { readWinRequest } from '../../../src/features/wins/win-request.ts';
import { addressOfMessage, mentionedIn, wordsOfMessage } from '../../../src/features/wins/words-of-message.ts';

describe('the words of a message', () => {
  it.each([
    ['They <https://x.example/a|renewed> &amp; grew', 'They renewed (https://x.example/a) & grew'],
    ['Thanks <@U1> and <@U2|bo> and <@U3>!', 'Thanks @ana and @bo and @somebody!'],
    ['<!channel> see <#C1|support>', 'see support'],
    ['a &lt;b&gt;', 'a <b>'],
  ])('%j are %j', (text, words) => {
    expect(wordsOfMessage(text, new Map([['U1', 'ana']]))).toBe(words);
  });

  it('tell whom it mentions, each once', () => {
    expect(mentionedIn('<@U1> <@U2|bo> <@U1> <#C1|x>')).toEqual(['U1', 'U2']);
  });

  it('has an address, in a thread too', () => {
    const at = { domain: 'larkfield', channelId: 'C1', ts: '1700000000.000100' };
    expect(addressOfMessage(at)).toBe('https://larkfield.slack.com/archives/C1/p1700000000000100');
    expect(addressOfMessage({ ...at, threadTs: '1600000000.000100' })).toBe(
      'https://larkfield.slack.com/archives/C1/p1700000000000100?thread_ts=1600000000.000100&cid=C1',
    );
  });
});

describe('/win', () => {
  it.each([
    ['', { asks: 'form', words: '' }],
    ['They renewed', { asks: 'form', words: 'They renewed' }],
    [' HELP ', { asks: 'help' }],
    ['list', { asks: 'list' }],
    ['client  Acme &amp; Sons', { asks: 'client', name: 'Acme & Sons' }],
    ['client', { asks: 'clients' }],
    ['clients', { asks: 'clients' }],
    ['lst', { asks: 'unclear', meant: 'list' }],
    ['hlp', { asks: 'unclear', meant: 'help' }],
    ['Lst of what they asked for is done', { asks: 'form', words: 'Lst of what they asked for is done' }],
    ['Renewed', { asks: 'form', words: 'Renewed' }],
  ])('%j', (typed, request) => {
    expect(readWinRequest(typed)).toEqual(request);
  });
});
