import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { parseProject } from '../project-format/parse-project'
import { writeProject } from '../project-format/write-project'
import { createProjectStore } from './project-store'
import { revisedDesign, revisionOf } from './testing/revised-design'
import { temporaryFolder } from './testing/temporary-folder'

const KILLS = 200
const AT_A_TIME = 4
/** Longest life of a process after it begins to save. Milliseconds. */
const LONGEST_LIFE = 30

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The saving process as one file that plain Node can run. */
async function buildChild(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': source('../../shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: source('testing/save-forever.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(outDir, 'child.mjs')
}

/** Park and Miller: the moments of the kills are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Kill the process `delayMs` after its first word; returns the last revision it said was saved. */
function lastSaidBeforeKill(child: ChildProcess, delayMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), delayMs))
    child.stdout?.on('data', (data: Buffer) => (said += data.toString()))
    child.on('error', reject)
    child.on('close', () => {
      const lines = said.split('\n').slice(0, -1)
      if (lines.length === 0 || !lines.every((line) => line.startsWith('saved '))) reject(new Error(`it said: ${said}`))
      resolve(Number(lines.at(-1)?.slice('saved '.length)))
    })
  })
}

/** What each of many kills in a row left behind, in one file of its own. */
async function killAgainAndAgain(program: string, folder: string, kills: number, seed: number): Promise<Aftermath[]> {
  const random = randomFrom(seed)
  const path = join(folder, 'orders.gatewright.yaml')
  writeFileSync(path, writeProject(revisedDesign(1)))
  const store = createProjectStore({ projectsFolder: folder, saving: { watch: () => () => undefined } })
  const aftermaths: Aftermath[] = []
  for (let kill = 0, revision = 2; kill < kills; kill++) {
    const child = spawn(process.execPath, [program, path, String(revision)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const acknowledged = await lastSaidBeforeKill(child, random() * LONGEST_LIFE)
    const leftovers = readdirSync(folder).length - 1
    const found = revisionOf(parseProject(readFileSync(path, 'utf8'), path).design)
    const opened = await store.open(path, { onSaveState: () => undefined, onChangedOnDisk: () => undefined })
    await opened.close()
    aftermaths.push({ acknowledged, found, leftovers, leftoversAfterOpen: readdirSync(folder).length - 1 })
    revision = found + 1
  }
  return aftermaths
}

interface Aftermath {
  readonly acknowledged: number
  readonly found: number
  readonly leftovers: number
  readonly leftoversAfterOpen: number
}

it(
  `${KILLS} kills while saving leave a whole project, no older than what was said to be saved`,
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder()
    const program = await buildChild(join(folder, 'program'))
    const runs = Array.from({ length: AT_A_TIME }, (_, run) =>
      killAgainAndAgain(program, temporaryFolder(), KILLS / AT_A_TIME, 1 + run),
    )
    const aftermaths = (await Promise.all(runs)).flat()
    expect(aftermaths.length).toBe(KILLS)
    // One revision may be on disk that the process did not live to speak of.
    expect(
      aftermaths.filter(({ found, acknowledged }) => !(found === acknowledged || found === acknowledged + 1)),
    ).toEqual([])
    expect(aftermaths.filter(({ leftoversAfterOpen }) => leftoversAfterOpen > 0)).toEqual([])
    // Else the kills missed the writing and this test shows nothing.
    expect(aftermaths.some(({ leftovers }) => leftovers > 0)).toBe(true)
  },
)
