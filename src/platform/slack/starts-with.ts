/** A button by the beginning of its action id: what it is of may follow a colon, since an id is unique in its view. */
export function startsWith(actionId: string): RegExp {
  return new RegExp(`^${actionId}(:|$)`);
}
