import { defineConfig } from 'prisma/config';

// `prisma generate` uses no schema engine, yet the CLI downloads one unless told where it is: any existing file will do.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // For `prisma migrate deploy` and `resolve` on a server of yours; the service itself does not read this file.
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
