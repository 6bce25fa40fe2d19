import { z } from 'zod';
import type { Simulator } from '../simulator.ts';

const personFields = {
  realName: z.string().exactOptional(),
  displayName: z.string().exactOptional(),
  title: z.string().exactOptional(),
  email: z.string().exactOptional(),
  guest: z.enum(['single-channel', 'multi-channel']).exactOptional(),
  admin: z.boolean().exactOptional(),
  deactivated: z.boolean().exactOptional(),
  invited: z.boolean().exactOptional(),
};
const newPerson = z.strictObject({
  name: z.string(),
  timeZone: z.string(),
  id: z.string().exactOptional(),
  bot: z.boolean().exactOptional(),
  ...personFields,
});
const changedPerson = z.strictObject({
  name: z.string().exactOptional(),
  timeZone: z.string().exactOptional(),
  ...personFields,
});
const newChannel = z.strictObject({
  name: z.string(),
  private: z.boolean().exactOptional(),
  members: z.array(z.string()),
  botIsMember: z.boolean().exactOptional(),
});
const effect = z.enum(['none', 'done']);
const fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('server-error'), effect }),
  z.strictObject({ kind: z.literal('hang'), effect }),
  z.strictObject({ kind: z.literal('drop'), effect }),
  z.strictObject({ kind: z.literal('error'), error: z.string() }),
]);
const plannedFault = z.strictObject({
  method: z.string(),
  fault,
  where: z.record(z.string(), z.string()).default({}),
});
const share = z.number().min(0).max(1);
const faultPlan = z.strictObject({
  seed: z.string(),
  share,
  kinds: z.array(fault).min(1),
  methods: z.array(z.string()).exactOptional(),
});
const slowNetwork = z.strictObject({
  milliseconds: z.number().nonnegative(),
  methods: z.array(z.string()).exactOptional(),
});
const disconnectReason = z.enum(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets']);
const userGroup = z.strictObject({ handle: z.string(), name: z.string(), members: z.array(z.string()) });
const changedUserGroup = z.strictObject({
  members: z.array(z.string()).exactOptional(),
  disabled: z.boolean().exactOptional(),
});
const channel = z.strictObject({ channel: z.string() });

/** What can be done to the whole from outside, under the names of `Simulator`. */
const verbs: { [verb: string]: (simulator: Simulator, body: unknown) => unknown } = {
  addPerson: (simulator, body) => simulator.addPerson(newPerson.parse(body)),
  updatePerson(simulator, body) {
    const { who, changes } = z.strictObject({ who: z.string(), changes: changedPerson }).parse(body);
    simulator.updatePerson(who, changes);
  },
  deactivate: (simulator, body) => simulator.deactivate(z.strictObject({ who: z.string() }).parse(body).who),
  addChannel: (simulator, body) => simulator.addChannel(newChannel.parse(body)),
  inviteBot: (simulator, body) => simulator.inviteBot(channel.parse(body).channel),
  removeBot: (simulator, body) => simulator.removeBot(channel.parse(body).channel),
  archiveChannel: (simulator, body) => simulator.archiveChannel(channel.parse(body).channel),
  uninstallApp: (simulator) => simulator.uninstallApp(),
  deliverBySignedHttp(simulator, body) {
    simulator.deliverBySignedHttp(z.strictObject({ url: z.url() }).parse(body));
  },
  repeatEvent: (simulator, body) => simulator.repeatEvent(z.strictObject({ type: z.string() }).parse(body).type),
  deliverBySocketMode: (simulator) => simulator.deliverBySocketMode(),
  messages: (simulator, body) => simulator.messages(channel.parse(body).channel),
  requests: (simulator) => simulator.requests,
  failures: (simulator) => simulator.failures,
  fault(simulator, body) {
    const planned = plannedFault.parse(body);
    simulator.faults.next(planned.method, planned.fault, planned.where);
  },
  planFaults: (simulator, body) => simulator.faults.plan(faultPlan.parse(body)),
  slowDown: (simulator, body) => simulator.faults.slowDown(slowNetwork.parse(body)),
  repeatEvents: (simulator, body) => simulator.repeatEvents(z.strictObject({ seed: z.string(), share }).parse(body)),
  tellRateLimited: (simulator) => simulator.tellRateLimited(),
  disconnectSockets(simulator, body) {
    simulator.sockets.disconnect(z.strictObject({ reason: disconnectReason }).parse(body).reason);
  },
  dropSockets: (simulator) => simulator.sockets.drop(),
  refuseSockets(simulator, body) {
    simulator.sockets.refuse(z.strictObject({ count: z.number().int().nonnegative() }).parse(body).count);
  },
  addUserGroup: (simulator, body) => simulator.addUserGroup(userGroup.parse(body)),
  updateUserGroup(simulator, body) {
    const { which, changes } = z.strictObject({ which: z.string(), changes: changedUserGroup }).parse(body);
    simulator.updateUserGroup(which, changes);
  },
  renameChannel(simulator, body) {
    const renamed = z.strictObject({ channel: z.string(), name: z.string() }).parse(body);
    simulator.renameChannel(renamed.channel, renamed.name);
  },
  unarchiveChannel: (simulator, body) => simulator.unarchiveChannel(channel.parse(body).channel),
  timePassed: (simulator) => simulator.timePassed(),
  clearFaults: (simulator) => simulator.faults.clear(),
};

export function runControlCommand(simulator: Simulator, verb: string, body: unknown): unknown {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run) throw new Error(`There is no "${verb}". There are: ${Object.keys(verbs).join(', ')}`);
  return run(simulator, body);
}
