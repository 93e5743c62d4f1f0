import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { ExportedFile } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { parseProject } from '../../project-format/parse-project'
import { Random } from '../../project-format/testing/random'
import { buildTemplate } from '../cloudformation/build-template'
import type { TemplateDocument } from '../cloudformation/template-document'
import { randomDesign } from '../testing/random-design'
import { cdkFiles } from './cdk-files'
import { exportCdk } from './export-cdk'
import { comparable } from './testing/comparable'
import { ORDERS } from './testing/orders.template'

const modules = dirname(dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json')))

/** The apps are made one after another, each with a folder of its own, and write their templates when the process ends. */
const RUN_ALL = [
  'process.argv.slice(2).forEach((entry, index) => {',
  '  process.env.CDK_OUTDIR = `out${index}`',
  '  require(entry)',
  '})',
  '',
].join('\n')

/** The library validates templates on its own, which takes as long as all the rest; another test does that. */
const ENVIRONMENT = { ...process.env, CDK_VALIDATION: 'false' }

const REQUEST = { format: 'cdk' } as const
/** REST, HTTP and WebSocket. */
const SAMPLES = ['order-api', 'items-api', 'chat']
const RANDOM_DESIGNS = 6

function sample(name: string): Design {
  const path = fileURLToPath(new URL(`../../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url))
  const { design } = parseProject(readFileSync(path, 'utf8'), path)
  if (!design) throw new Error(`${path} does not open`)
  return design
}

// One run of the compiler for all: it is what takes the time.
it('compiles, and makes the template of the CloudFormation export', () => {
  const random = Array.from({ length: RANDOM_DESIGNS }, (_, index) => randomDesign(new Random(index + 1)))
  const designs = [...SAMPLES.map(sample), ...random]
  const own = { ...designs[0], name: 'own', apis: [] } as Design
  const templates = [...designs.map((design) => buildTemplate(design, REQUEST).template), ORDERS]
  const apps = [...designs.map((design) => exportCdk(design, REQUEST).files), cdkFiles(own, ORDERS)]
  expect(synthesise(apps).map(comparable)).toEqual(templates.map(comparable))
})

it('says what the CloudFormation export says, and repeats', () => {
  const design = sample('order-api')
  const exported = exportCdk(design, REQUEST)
  expect(exported.diagnostics).toEqual(buildTemplate(design, REQUEST).diagnostics)
  expect(exportCdk(design, REQUEST)).toEqual(exported)
  expect(exported.files.map(({ name }) => name)).toEqual([
    'lib/order-api-stack.ts',
    'bin/order-api.ts',
    'package.json',
    'tsconfig.json',
    'cdk.json',
    '.gitignore',
  ])
})

/**
 * Compiles apps with their own settings and lets each make its template, without a network. The apps share one run of the compiler, which
 * takes longer to start than to check them. Throws with the compiler's words.
 */
function synthesise(apps: readonly (readonly ExportedFile[])[]): TemplateDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'cdk-apps-'))
  try {
    symlinkSync(modules, join(folder, 'node_modules'))
    apps.forEach((files, index) => writeAll(join(folder, `app${index}`), files))
    writeFileSync(join(folder, 'tsconfig.json'), settingsOf(apps[0] ?? []))
    // Nothing in the code is without use.
    run(folder, [join(modules, 'typescript/bin/tsc'), '--noUnusedLocals'])
    writeFileSync(join(folder, 'all.js'), RUN_ALL)
    run(folder, ['all.js', ...apps.map((files, index) => `./build/app${index}/${entryOf(files)}`)])
    return apps.map((_, index) => templateIn(join(folder, `out${index}`)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeAll(folder: string, files: readonly ExportedFile[]): void {
  for (const { name, text } of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** The settings of the first app, which are those of all, over every folder. */
function settingsOf(files: readonly ExportedFile[]): string {
  const settings = JSON.parse(files.find(({ name }) => name === 'tsconfig.json')?.text ?? '{}') as object
  return JSON.stringify({ ...settings, include: ['app*/**/*'] })
}

function entryOf(files: readonly ExportedFile[]): string {
  const settings = JSON.parse(files.find(({ name }) => name === 'cdk.json')?.text ?? '{}') as { readonly app?: string }
  return (settings.app ?? '').replace(/^node build\//, '')
}

function run(folder: string, args: readonly string[]): void {
  try {
    execFileSync(process.execPath, args, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string }
    throw new Error(`${args[0]}: ${stdout}${stderr}`, { cause: error })
  }
}

function templateIn(folder: string): TemplateDocument {
  const file = readdirSync(folder).find((name) => name.endsWith('.template.json')) ?? ''
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as TemplateDocument
}
