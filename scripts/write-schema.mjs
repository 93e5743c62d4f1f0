// Writes resources/gatewright.schema.json from the shapes in src/main/project-format.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

const { module } = await runnerImport(path('../src/main/project-format/design.schema.ts'), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': path('../src/shared') } },
})
writeFileSync(path('../resources/gatewright.schema.json'), module.publishedSchema())
