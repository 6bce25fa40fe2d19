import type { KnownBlock } from '@slack/types';
import { actions, button, context, header, option, overflow, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { type ImpactMap, MOST_IMPACT_ROWS } from './impact-map.ts';
import { impactMapBlocks, impactRowWords } from './impact-map-message.ts';

export const ROLE_BUTTON = 'show_impact_map';
export const ROLES_BUTTON = 'list_impact_maps';
export const ADD_ROW_BUTTON = 'add_impact_row';
export const ROW_MENU = 'impact_row_menu';

const MOST_ROLES = 20;

/** The roles there are, each with the way to its map. */
export function rolesMessage(maps: ImpactMap[], unknown?: string): Message {
  const notThere = unknown === undefined ? '' : `There is no role called "${cut(escapeMrkdwn(unknown), 80)}". `;
  if (maps.length === 0) {
    const text = `${notThere}There are no roles yet. An administrator describes them in the workspace file; \`/throughline setup\` tells them how.`;
    return { text, blocks: [] };
  }
  const shown = maps.slice(0, MOST_ROLES).map(({ roleKey, roleName, rows }) => {
    const count = rows.length === 0 ? 'no map yet' : rows.length === 1 ? 'one row' : `${rows.length} rows`;
    const show = button({ actionId: ROLE_BUTTON, text: 'Show', value: roleKey, label: `Show ${roleName}` });
    return section(`*${escapeMrkdwn(roleName)}* \`${roleKey}\`: ${count}`, show);
  });
  return {
    text: `${notThere}Impact maps by role`,
    blocks: [
      ...(notThere === '' ? [] : [section(notThere)]),
      header('Impact maps'),
      context('What people of a role do, why it matters to the client, and the metrics that show it.'),
      ...shown,
      ...(maps.length > MOST_ROLES
        ? [context(`And ${maps.length - MOST_ROLES} more: write \`/throughline impact\` with the key of the role.`)]
        : []),
    ],
  };
}

/** One role's map; whoever may change it has a menu beside each row. */
export function roleMapMessage(map: ImpactMap, mayChange: boolean): Message {
  return {
    text: `Impact map: ${escapeMrkdwn(map.roleName)}`,
    blocks: [
      header(`Impact map: ${map.roleName}`),
      ...(mayChange && map.rows.length > 0 ? changeableRows(map) : impactMapBlocks(map)),
      actions('impact_map_ways', [
        button({ actionId: ROLES_BUTTON, text: 'All roles', value: 'all' }),
        ...(mayChange && map.rows.length < MOST_IMPACT_ROWS
          ? [button({ actionId: ADD_ROW_BUTTON, text: 'Add a row', value: map.roleKey })]
          : []),
      ]),
      ...(mayChange
        ? [context('If the workspace file has an `impact_map` for this role, the next apply puts that in force.')]
        : []),
    ],
  };
}

function changeableRows({ roleKey, rows }: ImpactMap): KnownBlock[] {
  return rows.map((row, at) =>
    section(
      impactRowWords(row),
      overflow(ROW_MENU, [
        option('Change', rowValue({ act: 'change', roleKey, position: at })),
        ...(at > 0 ? [option('Move up', rowValue({ act: 'up', roleKey, position: at }))] : []),
        option('Remove', rowValue({ act: 'remove', roleKey, position: at })),
      ]),
    ),
  );
}

export interface RowChoice {
  act: 'change' | 'up' | 'remove';
  roleKey: string;
  position: number;
}

function rowValue({ act, roleKey, position }: RowChoice): string {
  return `${act} ${position} ${roleKey}`;
}

export function readRowChoice(value: string): RowChoice {
  const [act = '', position = '', roleKey = ''] = value.split(' ');
  return { act: act === 'up' || act === 'remove' ? act : 'change', roleKey, position: Number(position) };
}
