import { describe, expect, it } from 'vitest';
import { ClockControl } from '../../src/simulator/clock/clock-control.ts';
import { createVirtualClock } from '../../src/simulator/clock/virtual-clock.ts';

const start = new Date('2026-03-02T08:00:00Z');

function clockIn(real: { at: number }) {
  return createVirtualClock(start, { now: () => new Date(real.at) });
}

describe('a virtual clock', () => {
  it('stands still, runs at a speed, and is moved while it runs', () => {
    const real = { at: 0 };
    const clock = clockIn(real);
    real.at += 5000;
    expect(clock.now()).toEqual(start);
    clock.run(60);
    real.at += 1000;
    expect(clock.now().toISOString()).toBe('2026-03-02T08:01:00.000Z');
    clock.moveTo(new Date('2026-03-02T10:00:00Z'));
    real.at += 1000;
    expect(clock.now().toISOString()).toBe('2026-03-02T10:01:00.000Z');
    clock.run(0);
    real.at += 1000;
    expect(clock.now().toISOString()).toBe('2026-03-02T10:01:00.000Z');
  });

  it('never goes back, whatever the real one does', () => {
    const real = { at: 10_000 };
    const clock = clockIn(real);
    clock.run(1);
    real.at = 0;
    expect(clock.now()).toEqual(start);
    expect(() => clock.moveTo(new Date('2026-03-02T07:00:00Z'))).toThrow('would go back');
    expect(() => clock.run(-1)).toThrow('cannot run');
  });

  it('tells of moves and speeds until nobody wants to hear', () => {
    const clock = clockIn({ at: 0 });
    let told = 0;
    const stop = clock.subscribe(() => {
      told += 1;
    });
    clock.run(60);
    clock.moveTo(new Date('2026-03-02T09:00:00Z'));
    stop();
    clock.run(0);
    expect(told).toBe(2);
  });
});

describe('the hands of a clock', () => {
  it('ring after each move, one after the other', async () => {
    const clock = clockIn({ at: 0 });
    const rung: string[] = [];
    let ringing = 0;
    const control = new ClockControl(clock, {
      async onTick() {
        ringing += 1;
        expect(ringing).toBe(1);
        const at = clock.now().toISOString();
        await Promise.resolve();
        rung.push(at);
        ringing -= 1;
      },
    });
    await Promise.all([control.forward(60_000), control.moveTo(new Date('2026-03-09T08:00:00Z'))]);
    expect(rung).toEqual(['2026-03-02T08:01:00.000Z', '2026-03-09T08:00:00.000Z']);
  });

  it('jump to the next moment, and stay where there is none', async () => {
    const clock = clockIn({ at: 0 });
    let next: Date | undefined = new Date('2026-03-05T09:00:00Z');
    const control = new ClockControl(clock, { onTick: async () => {}, nextMoment: async () => next });
    expect(await control.jumpToNext()).toBe(true);
    expect(clock.now()).toEqual(next);
    expect(await control.jumpToNext()).toBe(false);
    next = undefined;
    expect(await control.jumpToNext()).toBe(false);
  });

  it('go on after work that failed', async () => {
    const clock = clockIn({ at: 0 });
    let isBroken = true;
    const control = new ClockControl(clock, {
      async onTick() {
        if (isBroken) throw new Error('broken');
      },
    });
    await expect(control.forward(60_000)).rejects.toThrow('broken');
    isBroken = false;
    await control.forward(60_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T08:02:00.000Z');
  });

  it('ring the minutes of a running clock', async () => {
    const real = { at: 0 };
    const clock = clockIn(real);
    const rung: Date[] = [];
    const control = new ClockControl(clock, { onTick: async () => void rung.push(clock.now()) });
    control.run(3600);
    real.at += 1000;
    await expect.poll(() => rung).toEqual([new Date('2026-03-02T09:00:00Z')]);
    control.run(0);
  });
});
