import { html, useEffect, useState } from 'htm/preact/standalone';
import { dayKey, fullDay, shortDay, timeOfDay } from './dates.js';
import { useSession } from './use-session.js';

const minute = 60_000;
const steps = [
  { text: '+1 min', label: 'One minute on', milliseconds: minute },
  { text: '+1 h', label: 'One hour on', milliseconds: 60 * minute },
  { text: '+1 day', label: 'One day on', milliseconds: 24 * 60 * minute },
];
const speeds = [
  { speed: 0, text: '❚❚', label: 'Stand still' },
  { speed: 1, text: '1×', label: 'As fast as real time' },
  { speed: 60, text: '60×', label: 'A minute each second' },
  { speed: 3600, text: '3600×', label: 'An hour each second' },
];

/** The simulator's time where the person lives and in UTC, and the hands of the clock where they may be moved. */
export function ClockBar() {
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const [, setTick] = useState(0);
  const { speed = null, knowsNext } = session.parts.clock ?? {};
  useEffect(() => {
    if (!speed) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), speed > 1 ? 100 : 1000);
    return () => clearInterval(timer);
  }, [speed]);
  const zone = session.person?.timeZone ?? 'UTC';
  const now = session.now();
  const move = async (what) => {
    setBusy(true);
    await session.moveClock(what);
    setBusy(false);
  };
  const isOtherDay = dayKey(now, zone) !== dayKey(now, 'UTC');
  return html`<section class="clock" aria-label="Clock" aria-busy=${isBusy}>
    <p class="clock-face">
      <strong class="clock-time">${timeOfDay(now, zone)}</strong>
      <span class="clock-words">
        <span class="clock-day" title=${fullDay(now, zone)}>${shortDay(now, zone)}</span>
        <span class="quiet">${cityOf(zone)}, ${isOtherDay ? `${shortDay(now, 'UTC')} ` : ''}${timeOfDay(now, 'UTC')} UTC</span>
      </span>
    </p>
    ${
      speed !== null &&
      !session.isWatching &&
      html`<div class="clock-hands">
        <div class="segments" role="group" aria-label="Speed of the clock">
          ${speeds.map(
            (one) => html`<button
              type="button"
              aria-pressed=${one.speed === speed}
              aria-label=${one.label}
              title=${one.label}
              onClick=${() => move({ act: 'run', speed: one.speed })}
            >${one.text}</button>`,
          )}
        </div>
        <div class="segments" role="group" aria-label="Move the clock">
          ${steps.map(
            ({ text, label, milliseconds }) => html`<button
              type="button"
              aria-label=${label}
              title=${label}
              disabled=${isBusy}
              onClick=${() => move({ act: 'forward', milliseconds })}
            >${text}</button>`,
          )}
        </div>
        ${
          knowsNext &&
          html`<button
            type="button"
            class="button next"
            title="Jump to the next moment at which something happens"
            disabled=${isBusy}
            onClick=${() => move({ act: 'next' })}
          >
            ${isBusy ? html`<span class="spinner" aria-hidden="true"></span>` : html`<span aria-hidden="true">»</span>`}
            <span>Next<span class="next-what"> moment</span></span>
          </button>`
        }
      </div>`
    }
  </section>`;
}

export function cityOf(timeZone) {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
