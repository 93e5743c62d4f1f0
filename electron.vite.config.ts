import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { recordBundledPackages } from './scripts/lib/bundled-packages.mjs'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
/** What each build contains, for the third-party notices. */
const record = (name: string) => recordBundledPackages(path('out/.bundled'), name)
const resolve = { alias: { '@shared': path('src/shared') } }

// Everything is bundled, so out/ runs without node_modules. Each host, the command line and each worker is an entry of its own.
export default defineConfig({
  main: {
    resolve,
    plugins: [record('main')],
    build: {
      target: 'node20',
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: path('src/main/hosts/electron/index.ts'),
          browser: path('src/main/hosts/loopback/index.ts'),
          cli: path('src/main/cli/index.ts'),
          'simulator-worker': path('src/main/hosts/simulator-worker.ts'),
          'document-worker': path('src/main/hosts/document-worker.ts'),
          'handler-process': path('src/main/live/handler-process.ts'),
        },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve,
    plugins: [record('preload')],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        // A sandboxed preload must be one CommonJS file.
        input: { preload: path('src/main/hosts/electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('src/renderer'),
    resolve,
    plugins: [react(), record('renderer')],
    worker: { format: 'es', plugins: () => [record('renderer-worker')] },
    build: {
      target: 'chrome120',
      minify: true,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: path('src/renderer/index.html') },
    },
  },
})
