/** Somebody or something by the name that people know. */
export interface Named {
  id: string;
  name: string;
}
