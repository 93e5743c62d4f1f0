import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildOptions, Plugin } from 'esbuild'
import { bundleError, type BundleError } from './bundle-error'
import type { CodeFolder } from './code-folder'
import { fileStamp, filesStamp, isFile } from './code-stamp'
import type { EsbuildModule } from './esbuild-module'
import { nodePackagesPlugin } from './node-packages-plugin'

/** A TypeScript handler as Node can run it. */
export interface Bundle {
  /** Path of the bundle. */
  readonly file: string
  /** Changes whenever one of the files does that it was made of. */
  readonly stamp: string
}

interface KnownBundle extends Bundle {
  readonly inputs: readonly string[]
}

/** Times that a bundle is made again because its files change while it is made. */
const MAX_ROUNDS = 3

/**
 * TypeScript handlers, each made into one module: made at the first call, and again when a file has changed that went into it. One that
 * cannot be made is tried again with every call.
 */
export class TypeScriptBundles {
  private readonly esbuild: EsbuildModule
  private readonly codeFolder: CodeFolder
  private readonly bundles = new Map<string, KnownBundle>()
  private readonly inProgress = new Map<string, Promise<Bundle | BundleError>>()

  constructor(esbuild: EsbuildModule, codeFolder: CodeFolder) {
    this.esbuild = esbuild
    this.codeFolder = codeFolder
  }

  /** `file`: absolute. `root`: the project's folder, for messages, and whose tsconfig.json counts. */
  async bundleOf(file: string, root: string): Promise<Bundle | BundleError> {
    for (let round = 0; ; round++) {
      const known = this.bundles.get(file)
      if (known !== undefined && (round >= MAX_ROUNDS || (await isCurrent(known)))) return known
      const made = await this.make(file, root)
      if ('error' in made) return made
    }
  }

  /** Calls at the same time share the work. */
  private make(file: string, root: string): Promise<Bundle | BundleError> {
    const made = this.inProgress.get(file) ?? this.build(file, root).finally(() => this.inProgress.delete(file))
    this.inProgress.set(file, made)
    return made
  }

  private async build(file: string, root: string): Promise<Bundle | BundleError> {
    const stamps = new Map<string, string>()
    // What esbuild reads beside the code itself.
    for (const path of settingsFiles(file, root)) stamps.set(path, await fileStamp(path))
    const name = `${createHash('sha256').update(file).digest('hex').slice(0, 32)}.mjs`
    try {
      const { outputFiles } = await this.esbuild.build(buildOptions(file, root, stamps))
      const path = await this.codeFolder.write(name, outputFiles![0]!.contents)
      const inputs = [...stamps.keys()]
      const stamp = inputs.map((input) => `${input} ${stamps.get(input)}`).join('\n')
      const bundle = { file: path, stamp, inputs }
      this.bundles.set(file, bundle)
      return bundle
    } catch (error) {
      return bundleError(error, root)
    }
  }
}

/** Whether it is still there, and made of the files as they are. */
async function isCurrent({ file, stamp, inputs }: KnownBundle): Promise<boolean> {
  return stamp === (await filesStamp(inputs)) && (await isFile(file))
}

function buildOptions(file: string, root: string, stamps: Map<string, string>): BuildOptions {
  const url = pathToFileURL(file).href
  return {
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    outfile: join(dirname(file), 'gatewright-bundle.mjs'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Without esbuild's own "module", which names code that Node does not take.
    conditions: [],
    sourcemap: 'inline',
    sourcesContent: false,
    sourceRoot: `${pathToFileURL(dirname(file)).href}/`,
    logLevel: 'silent',
    // The bundle stands for the handler's file, wherever it lies.
    define: {
      'import.meta.url': JSON.stringify(url),
      'import.meta.filename': JSON.stringify(file),
      'import.meta.dirname': JSON.stringify(dirname(file)),
      __filename: JSON.stringify(file),
      __dirname: JSON.stringify(dirname(file)),
    },
    banner: { js: requireFor(url) },
    plugins: [inputsPlugin(stamps), nodePackagesPlugin()],
  }
}

/** What CommonJS code in a module needs to require what stays outside. */
function requireFor(url: string): string {
  const name = 'gatewrightCreateRequire'
  return `import { createRequire as ${name} } from 'node:module'; globalThis.require ??= ${name}(${JSON.stringify(url)});`
}

/** Notes each file that goes into the bundle, as it was before it was read. */
function inputsPlugin(stamps: Map<string, string>): Plugin {
  return {
    name: 'gatewright-inputs',
    setup: (build) => {
      build.onLoad({ filter: /.*/, namespace: 'file' }, async ({ path }) => {
        stamps.set(path, await fileStamp(path))
        return undefined
      })
    },
  }
}

/** tsconfig.json and package.json in the folders from the handler's up to the project's. */
function settingsFiles(file: string, root: string): string[] {
  const folders: string[] = []
  for (let folder = dirname(file); folders.length < 10; folder = dirname(folder)) {
    folders.push(folder)
    if (folder === root || folder === dirname(folder)) break
  }
  return folders.flatMap((folder) => [join(folder, 'tsconfig.json'), join(folder, 'package.json')])
}
