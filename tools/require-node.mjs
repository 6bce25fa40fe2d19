// Plain JavaScript that any Node can read: it says which Node to install before newer syntax gets a chance to fail.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 20)) {
  console.error(
    `Throughline needs Node 22.20 or newer; this is Node ${process.versions.node}.\n` +
      'On Linux (x64, arm64) `npm ci` brings Node 24 along and `npm run …` uses it by itself.\n' +
      'On this platform install Node 24 (https://nodejs.org), then run `npm ci` again.',
  );
  process.exit(1);
}
