import { createContext, useContext, useEffect, useState } from 'htm/preact/standalone';

export const SessionContext = createContext(null);

/** The window's session; the component is drawn again whenever something in it changes. */
export function useSession() {
  const session = useContext(SessionContext);
  const [, setCount] = useState(0);
  useEffect(() => session.subscribe(() => setCount((count) => count + 1)), [session]);
  return session;
}
