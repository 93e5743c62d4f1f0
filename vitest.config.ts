import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@shared': fileURLToPath(new URL('src/shared', import.meta.url)) } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    testTimeout: 60_000,
    // Test files of one process share their modules: half the time, and no file of ours keeps state in a module.
    isolate: false,
    maxWorkers: '100%',
  },
})
