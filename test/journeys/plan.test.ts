import { describe, expect, it, vi } from 'vitest';
import { recordSignature } from '../../src/features/plans/record-signature.ts';
import {
  agree,
  change,
  companyWithOwners,
  draftAndAsk,
  FIRST_REPLY,
  groupOf,
  REOPENED,
  seenBy,
  setNumbers,
  sign,
} from './agree-on-a-plan.ts';
import { answerCheckIn, littleCompany } from './little-company.ts';

describe('a plan', () => {
  it('is drafted, and in force when all three have signed the same version', async () => {
    const company = await companyWithOwners();
    const { slack } = company;
    await draftAndAsk(company);
    const group = await groupOf(company, 'ana', 'maya', 'zoe');
    const seen = await slack.as('zoe').waitForMessage('Agreeing on a plan', group);
    expect(seen.text).toContain('from 6 hours, target 4 hours, cap 3 hours (credit 1.2)');
    expect(seen.text).toContain('Clients wait.');
    expect(seen.text).toContain('Missing: @ana (employee), @maya (manager), @zoe (partner)');
    expect(await sign(company, 'ana')).toContain('in force when everybody has signed it');
    expect(await sign(company, 'ana')).toContain('You have signed this version already');
    expect(await sign(company, 'zoe')).toContain('in force when everybody has signed it');
    expect(slack.as('ana').reads(group).at(-1)?.text).toContain('Missing: @maya (manager)');
    expect(await sign(company, 'maya')).toContain('Yours was the last signature');
    const agreed = slack.as('ana').reads(group).at(-1);
    expect(agreed?.text).toContain('It is in force.');
    expect(agreed?.thread.at(-1)?.text).toContain('Everybody has signed version 1');
    expect(agreed?.buttons).not.toContain('Sign version 1');
  });

  it('asks for all signatures again when it changes, and holds as it was until then', async () => {
    const company = await companyWithOwners();
    const { slack } = company;
    await agree(company);
    await change(company, '5');
    const group = await groupOf(company, 'ana', 'maya', 'zoe');
    const session = await slack.as('ana').waitForMessage('What version 2 changes', group);
    expect(session.text).toContain('target 5 hours, was 4 hours');
    expect(session.text).toContain('Nobody has signed it yet.');
    expect(session.thread.at(-1)?.text).toContain('It needs every signature anew. Missing: @ana, @maya, @zoe');
    const before = await seenBy(slack.as('ana'), '/plan');
    expect(before).toContain('target 4 hours');
    expect(before).toContain('is not in force yet');
    for (const name of ['zoe', 'maya', 'ana']) await sign(company, name, 2);
    const ana = slack.as('ana');
    await ana.openHome();
    await ana.press('Everything on record', { in: 'home' });
    const record = (await ana.waitForModal('Everything on record')).lines.join('\n');
    expect(record).toContain('version 1: not enough evidence');
    expect(record).toContain('target 5 hours, was 4 hours, from Wed 1 Apr 2026');
    await ana.close({ all: true });
    company.clock.moveTo('2026-04-02T10:00:00Z');
    const after = await seenBy(slack.as('ana'), '/plan');
    expect(after).toContain('all of it by what holds since Wed 1 Apr 2026');
    expect(after).toContain(
      'target 5 hours, was 4 hours, from Wed 1 Apr 2026, since The team is two people short. (signed by',
    );
  });

  it('cannot be signed in a version that another one has overtaken', async () => {
    const company = await companyWithOwners();
    await agree(company);
    const { db, clock, service } = company;
    await change(company, '5');
    const planId = (await db.plan.findFirst())?.id ?? '';
    const signed = await recordSignature(db, {
      ...{ workspaceId: service.workspaceId, memberId: company.slack.as('ana').id, planId, version: 1 },
      now: clock.now(),
    });
    expect(signed.outcome).toBe('overtaken');
  });

  it('is not put in force by a manager who is not it any more; a new version names the manager of now', async () => {
    const company = await companyWithOwners();
    const { slack, db } = company;
    const [ana, maya, zoe] = [slack.as('ana'), slack.as('maya'), slack.as('zoe').id];
    await draftAndAsk(company);
    for (const name of ['ana', 'zoe']) await sign(company, name);
    await db.member.updateMany({ where: { name: 'ana' }, data: { managerId: zoe } });
    await maya.openHome();
    await maya.waitForHome('You owe nothing right now');
    expect(await sign(company, 'maya')).toContain('Not signed: version 1 names you as the manager');
    expect(await db.planVersion.count({ where: { agreedAt: { not: null } } })).toBe(0);
    await ana.command('/plan');
    await ana.press('Change…', { in: 'app' });
    await ana.waitForModal('Your plan');
    await ana.fill({ Partners: [] });
    expect((await ana.submit()).errors).toBeUndefined();
    expect(await db.planSigner.count({ where: { version: 2, capacity: 'manager', memberId: zoe } })).toBe(1);
  });

  it('shows a partner what they signed, a stranger nothing, and puts the looks on record', async () => {
    const company = await companyWithOwners();
    const { slack, db } = company;
    await agree(company);
    await change(company, '5');
    const zoe = await seenBy(slack.as('zoe'), '/plan @ana');
    expect(zoe).toContain('Version 2. Nobody has signed it yet.');
    expect(zoe).not.toContain('Change…');
    const bo = await seenBy(slack.as('bo'), '/plan @ana');
    expect(bo).toContain('the partners who sign it');
    expect(bo).not.toContain('4 hours');
    const looks = await db.evidenceLook.findMany({ where: { surface: '/plan' } });
    expect(looks.map(({ actorId }) => actorId)).toContain(slack.as('zoe').id);
    expect(looks.map(({ actorId }) => actorId)).not.toContain(slack.as('bo').id);
  });

  it('leaves a partner who is not named any more with the version that they signed', async () => {
    const company = await companyWithOwners();
    const { slack, service } = company;
    await agree(company);
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Change…', { in: 'app' });
    await ana.waitForModal('Your plan');
    await setNumbers(ana, FIRST_REPLY, { Target: '3.5' });
    await ana.fill({ Partners: ['bo'], 'Why it changes': 'Bo does this with me now.' });
    await ana.submit();
    await ana.close({ all: true });
    await service.ring();
    const former = await groupOf(company, 'ana', 'maya', 'zoe');
    const left = slack.as('zoe').reads(former).at(-1);
    expect(left?.text).toContain('goes on with other people');
    expect(left?.text).not.toContain('3.5');
    const zoe = await seenBy(slack.as('zoe'), '/plan @ana');
    expect(zoe).toContain('target 4 hours');
    expect(zoe).not.toContain('3.5');
    const present = await groupOf(company, 'ana', 'bo', 'maya');
    expect((await slack.as('bo').waitForMessage('Agreeing on a plan', present)).text).toContain('target 3.5 hours');
  });
});

describe('the form of a plan', () => {
  it('tells everything that is wrong at once, each at its field, and keeps what was typed', async () => {
    const { slack } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Draft a plan…');
    await ana.waitForModal('Your plan');
    await ana.fill({ 'Weight of Time to first reply (%)': '70', Partners: ['maya', 'ana'], 'Last day': '2026-01-01' });
    await ana.fill({ 'What this plan is for': 'Clients stay.' });
    const { errors } = await ana.submit();
    expect(errors?.['Metrics']).toContain('Nobody answers for Time to first reply. It needs a data owner');
    expect(errors?.['Metrics']).toContain('Nobody answers for Reopened tickets.');
    expect(errors?.['Weight of Time to first reply (%)']).toContain(
      'All weights together are 120%, which is 20 too much',
    );
    expect(errors?.['Weight of Time to first reply (%)']).toContain('Press "Numbers…"');
    expect(errors?.['Last day']).toBe('The last day must come after the first.');
    expect(errors?.['Partners']).toBe('The manager signs it anyway. The plan is theirs: they sign it anyway.');
    await ana.close({ all: true });
    await ana.command('/plan');
    await ana.press('Draft a plan… (2)');
    const again = await ana.waitForModal('Your plan');
    expect(again.lines.join('\n')).toContain('Your draft of');
    expect(again.fields.find(({ label }) => label.startsWith('Weight of Time'))?.value).toBe('70');
  });

  it('marks what is needed, and keeps half a plan as a draft by a button', async () => {
    const { slack, db } = await companyWithOwners();
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Draft a plan…');
    const form = await ana.waitForModal('Your plan');
    const needed = form.fields.filter(({ required }) => required).map(({ label }) => label);
    expect(needed).toEqual([
      'First day',
      'Last day',
      'Metrics',
      'Weight of Time to first reply (%)',
      'Weight of Reopened tickets (%)',
      'What this plan is for',
    ]);
    await ana.fill({ 'Weight of Time to first reply (%)': '70' });
    await ana.press('Keep as draft');
    await vi.waitFor(() => expect(ana.modal()?.lines.join('\n')).toContain('Your draft of'));
    expect(await db.planDraft.count()).toBe(1);
    expect(await db.plan.count()).toBe(0);
  });

  it('keeps numbers that are wrong, and windows that are closed', async () => {
    const { slack } = await companyWithOwners();
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Draft a plan…');
    await ana.waitForModal('Your plan');
    await ana.fill({ 'What this plan is for': 'Clients who get help stay.' });
    await ana.press('Numbers…', { beside: FIRST_REPLY });
    await ana.waitForModal(FIRST_REPLY);
    await ana.fill({ Threshold: '4', Target: '6', 'Cap, if there is one': '7', 'Credit at the cap': '3' });
    const { errors } = await ana.submit();
    expect(errors).toEqual({
      Target: 'For this metric lower is better: the target must be lower than the threshold, 4 hours.',
      'Cap, if there is one': 'For this metric lower is better: the cap must be lower than the target, 6 hours.',
      'Credit at the cap': 'Write a credit from 1 to 2, such as 1.2; 1 is the whole.',
      'Why this number': 'Say why this number, in a sentence.',
    });
    await ana.close({ all: true });
    await ana.command('/plan');
    await ana.press('Draft a plan… (2)');
    const again = await ana.waitForModal('Your plan');
    expect(again.lines.join('\n')).toContain('from 4, target 6, cap 7');
    expect(again.fields.find(({ label }) => label === 'What this plan is for')?.value).toBe(
      'Clients who get help stay.',
    );
  });

  it('asks for a target for each month where that is wanted', async () => {
    const company = await companyWithOwners();
    const { slack } = company;
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Draft a plan…');
    await ana.waitForModal('Your plan');
    await ana.press('Numbers…', { beside: FIRST_REPLY });
    await ana.waitForModal(FIRST_REPLY);
    await ana.fill({ Threshold: '6', Target: '4', 'Why this number': 'Clients wait.' });
    await ana.choose('Targets on the way', 'A target for each month');
    await ana.fill({ 'Target of Jan 2026': '5.5', 'Target of Feb 2026': '5' });
    await ana.submit();
    await ana.waitForModal('Your plan');
    await setNumbers(ana, REOPENED, { Threshold: '20', Target: '10', 'Why this number': 'It shows.' });
    await ana.fill({ 'What this plan is for': 'Clients who get help stay.' });
    await ana.submit();
    await ana.close({ all: true });
    expect(await seenBy(ana, '/plan')).toContain('on the way Jan 2026: 5.5 hours, Feb 2026: 5 hours');
  });

  it('asks for the weights of the metrics that are picked', async () => {
    const { slack } = await companyWithOwners();
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Draft a plan…');
    await ana.waitForModal('Your plan');
    await ana.fill({ 'What this plan is for': 'Clients stay.' });
    await ana.choose('Metrics', [REOPENED]);
    const weights = () => ana.modal()?.fields.filter(({ label }) => label.startsWith('Weight'));
    await vi.waitFor(() => expect(weights()).toHaveLength(1));
    expect(weights()?.[0]).toMatchObject({ label: 'Weight of Reopened tickets (%)', value: '100' });
    const { errors } = await ana.submit();
    expect(errors?.['Metrics']).toContain('None of these is leading.');
  });
});

describe('who may plan', () => {
  it('is the member and their managers; others hear what they can do instead', async () => {
    const { slack } = await companyWithOwners();
    expect(await seenBy(slack.as('zoe'), '/plan @ana')).toContain('the partners who sign it');
    expect(await seenBy(slack.as('zoe'), '/plan @Slackbot')).toContain('nobody whose plan is kept');
    expect(await seenBy(slack.as('zoe'), '/plan help')).toContain('at most five metrics');
    const zoe = slack.as('zoe');
    await zoe.command('/plan');
    await zoe.press('Draft a plan…');
    expect((await zoe.waitForModal('Plan')).lines.join('\n')).toContain('zoe has no manager here');
  });
});

describe('an agreed plan', () => {
  it('is shown with what is attained in /plan, in progress and in App Home', async () => {
    const company = await companyWithOwners();
    const { slack, at } = company;
    await agree(company);
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.5' });
    const words = 'not enough evidence: values for 50% of the weight, and it takes 60%';
    expect(await seenBy(slack.as('ana'), '/plan')).toContain(words);
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.5', 'Reopened tickets (tickets)': '12' });
    // By hand: (6 - 4.5) / (6 - 4) = 75 %, (20 - 12) / (20 - 10) = 80 %, and half of each.
    const score = 'attained 77.5%, with values for 100% of the weight';
    for (const [who, typed] of [
      ['ana', '/plan'],
      ['maya', '/plan @ana'],
      ['maya', '/progress @ana'],
      ['ana', '/progress'],
    ] as const) {
      const seen = await seenBy(slack.as(who), typed);
      expect(seen).toContain(score);
      expect(seen).toContain('75% attained');
    }
    expect(await seenBy(slack.as('maya'), '/progress @ana')).toContain('attained 77.5%');
    const maya = slack.as('maya');
    await maya.command('/plan @ana');
    await maya.press('Challenge a number…', { message: maya.reads().at(-1)?.ts ?? '' });
    expect(JSON.stringify(await maya.waitForModal())).toContain('4.5 hours');
    await maya.close({ all: true });
    await slack.as('ana').openHome();
    const home = await slack.as('ana').waitForHome(score);
    expect(home.text).toContain('Signed by @ana (employee), @maya (manager), @zoe (partner)');
  });

  it('is in one line for the manager in App Home, and everybody reads there who sees what of them', async () => {
    const company = await companyWithOwners();
    const { slack, db } = company;
    await agree(company);
    const maya = slack.as('maya');
    await maya.openHome();
    const people = await maya.waitForHome('You owe nothing right now');
    expect(people.text).toMatch(/• ana: .*Plan Thu 1 Jan 2026 to Tue 30 Jun 2026: not enough evidence/);
    expect(people.text).toMatch(/• bo: .*no plan that holds now/);
    expect(await db.evidenceLook.count({ where: { surface: 'App Home', actorId: maya.id } })).toBe(2);
    const ana = slack.as('ana');
    await ana.openHome();
    const own = await ana.waitForHome('Who sees what of you');
    expect(own.text).not.toContain('Your people');
    expect(own.text).toContain(
      '• @maya: all your numbers and how they stand to your plan, what you write in check-ins, your client wins',
    );
    expect(own.text).toContain('• @zoe: Time to first reply, Reopened tickets');
    expect(own.text).not.toContain('@bo:');
    await slack.as('bo').openHome();
    expect((await slack.as('bo').waitForHome('Who sees what of you')).text).not.toContain('@zoe');
  });

  it('waits for signatures in App Home', async () => {
    const company = await companyWithOwners();
    const { slack } = company;
    await draftAndAsk(company);
    const maya = slack.as('maya');
    await maya.openHome();
    await maya.waitForHome('waits for your signature of version 1');
    await maya.press('Read and sign…', { in: 'home' });
    const read = (await maya.waitForModal('Plan to be signed')).lines.join('\n');
    expect(read).toContain('Plan of @ana');
    expect(read).toContain('Time to first reply');
    expect(read).toContain('Nobody has signed it yet.');
    expect(await company.db.evidenceLook.count({ where: { actorId: maya.id, surface: 'home' } })).toBeGreaterThan(0);
    await maya.submit();
    expect((await maya.waitForModal('Plan')).lines.join('\n')).toContain('Signed: version 1.');
    await maya.close();
    await maya.openHome();
    await maya.waitForHome('You owe nothing right now');
  });

  it('is in the evidence for the review, and its words can be shared', async () => {
    const company = await companyWithOwners();
    const { slack, at } = company;
    await agree(company);
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.5', 'Reopened tickets (tickets)': '12' });
    const ana = slack.as('ana');
    await ana.command('/plan');
    await ana.press('Text to share…', { in: 'app' });
    expect((await ana.waitForModal('Text to share')).lines.join('\n')).toContain('What @ana aims at');
    await ana.fill({ 'Post it to': 'support' });
    await ana.submit();
    const shared = await slack.as('bo').waitForMessage('What @ana aims at', 'support');
    expect(shared.text).toContain('target 4 hours');
    expect(shared.text).not.toContain('4.5');
    await at('2026-06-23T12:00:00Z');
    const digest = slack
      .as('ana')
      .reads()
      .findLast(({ text }) => text.includes('Evidence: H1 2026 review'));
    expect(digest?.text).toContain('P1 Plan Thu 1 Jan 2026 to Tue 30 Jun 2026: attained 77.5%');
    expect(JSON.stringify(digest?.thread)).toContain('Signed: @ana (employee), @maya (manager), @zoe (partner)');
  });
});
