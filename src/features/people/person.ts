/** Somebody who is asked or asks: an active person or guest. */
export interface Person {
  id: string;
  name: string;
  timeZone: string;
  teamKey: string | null;
  teamName: string | null;
  managerId: string | null;
}
