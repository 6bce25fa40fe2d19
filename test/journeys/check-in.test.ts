import { expect, it } from 'vitest';
import { littleCompany } from './little-company.ts';

it('starts', async () => {
  const { service, db } = await littleCompany('2026-03-20T12:00:00Z');
  await service.ring();
  console.log(await db.member.findMany());
  expect(await db.member.count()).toBeGreaterThan(3);
});
