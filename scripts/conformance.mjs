// Plays the conformance suites against the engine as it stands in src, without a build: npm run conformance [-- --dir DIR --json]
import { join } from 'node:path'
import { runScript } from './lib/setup-error.mjs'
import { ensureDependencies, root } from './lib/setup.mjs'

await runScript(async () => {
  await ensureDependencies()
  const { createServer } = await import('vite')
  // Open to the end: parts of the gateway are loaded when a request first needs them.
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@shared': join(root, 'src/shared') } },
  })
  try {
    const module = await vite.ssrLoadModule(join(root, 'src/main/conformance/conformance-command.ts'))
    // npm starts scripts in the package's folder, but paths are meant from where the person is.
    if (process.env.npm_lifecycle_event === 'conformance' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
    const { exitCode, stdout, stderr } = await module.conformanceCommand(
      process.argv.slice(2),
      join(root, '../shared/conformance'),
    )
    process.stdout.write(stdout)
    process.stderr.write(stderr)
    return exitCode
  } finally {
    await vite.close()
  }
})
