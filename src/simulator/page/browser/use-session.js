import { createContext, useContext, useEffect, useState } from 'htm/preact/standalone';

export const SessionContext = createContext(null);

/** The window's session; the component is drawn again whenever something in it changes. */
export function useSession() {
  const session = useContext(SessionContext);
  const [, setCount] = useState(0);
  const { version } = session;
  useEffect(() => {
    const drawAgain = () => setCount((count) => count + 1);
    // Something may have come between drawing and this.
    if (session.version !== version) drawAgain();
    return session.subscribe(drawAgain);
  }, [session]);
  return session;
}
