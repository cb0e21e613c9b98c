# Knockon as a container; compose.yaml starts it beside Neo4j.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /knockon
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20.20.2-bookworm-slim
WORKDIR /knockon
ENV NODE_ENV=production
COPY --from=build /knockon/package.json ./
COPY --from=build /knockon/node_modules node_modules
COPY --from=build /knockon/datasets/library datasets/library
COPY --from=build /knockon/dist dist
USER node
CMD ["node", "dist/api/container/main.js"]
