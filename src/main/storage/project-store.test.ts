import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import type { StoredProject } from '../service/ports'
import { parseProject } from '../project-format/parse-project'
import { writeFileAtomically } from './atomic-write'
import { createProjectStore } from './project-store'
import type { SavingOptions } from './stored-project-file'
import { RecordingListeners } from './testing/recording-listeners'
import { temporaryFolder } from './testing/temporary-folder'

const TEXT = '# by hand\ngatewright: 1\nname: orders # ours\napis: []\n'

/** A disk whose writes can be held up or made to fail, and whose changes are told by hand. */
function harness(overrides: Partial<SavingOptions> = {}) {
  const folder = temporaryFolder()
  const path = join(folder, 'orders.gatewright.yaml')
  writeFileSync(path, TEXT)
  const listeners = new RecordingListeners()
  let tellChange = (): void => undefined
  const watch: SavingOptions['watch'] = (_path, onChange) => {
    tellChange = onChange
    return () => undefined
  }
  const store = createProjectStore({
    projectsFolder: folder,
    saving: { gatherMs: 0, retryMs: [0], watch, ...overrides },
  })
  return {
    folder,
    path,
    listeners,
    store,
    open: (): Promise<StoredProject> => store.open(path, listeners),
    tellChange: () => tellChange(),
    onDisk: (): string => readFileSync(path, 'utf8'),
  }
}

const named = (name: string): Design => ({ ...emptyDesign(name) })

describe('opening', () => {
  it('returns the design with its diagnostics', async () => {
    const { path, open } = harness()
    writeFileSync(path, `${TEXT}throtle: 1\n`)
    const project = await open()
    expect([
      project.path,
      project.design.name,
      project.diagnostics.map(({ code, range }) => [code, range?.line]),
    ]).toEqual([path, 'orders', [['project/unknown-key', 5]]])
    await project.close()
  })

  it('removes what killed saves left behind', async () => {
    const { folder, path, open } = harness()
    writeFileSync(join(dirname(path), '.orders.gatewright.yaml.999999999-0123456789abcdef.tmp'), 'half')
    await (await open()).close()
    expect(readdirSync(folder)).toEqual(['orders.gatewright.yaml'])
  })

  it.each([
    [
      'newer',
      '{"gatewright": 7, "apis": {}}',
      'project/newer-format',
      'Made by a newer release (format 7; this release reads up to 1)',
    ],
    ['foreign', 'openapi: 3.0.1\n', 'project/invalid', '(line 1, column 1): Not a Gatewright project'],
    ['broken', 'gatewright: 1\nname: [\n', 'project/invalid', '(line 3, column 1)'],
    [
      'mistyped',
      'gatewright: 1\nname: x\napis: 5\n',
      'project/invalid',
      '(line 3, column 1): /apis is 5, but must be a list',
    ],
    ['binary', '\u0000\u0001', 'project/invalid', 'NUL'],
  ])('refuses a %s file and leaves it alone', async (_kind, text, code, words) => {
    const { path, open, onDisk } = harness()
    writeFileSync(path, text)
    const refused = open()
    await expect(refused).rejects.toMatchObject({ code, details: { path, diagnostics: [{ severity: 'error' }] } })
    await expect(refused).rejects.toThrow(words)
    expect(onDisk()).toBe(text)
  })

  it('says what is wrong with a path', async () => {
    const { folder, path, store, listeners } = harness()
    await expect(store.open(join(folder, 'gone.yaml'), listeners)).rejects.toMatchObject({ code: 'project/not-found' })
    await expect(store.open(join(path, 'below'), listeners)).rejects.toMatchObject({ code: 'project/not-found' })
    await expect(store.open(folder, listeners)).rejects.toMatchObject({ code: 'project/unreadable' })
    await expect(store.open(`${path}\0`, listeners)).rejects.toMatchObject({ code: 'project/unreadable' })
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe (skipped on Windows, which has none)', async () => {
    const { folder, store, listeners } = harness()
    const pipe = join(folder, 'pipe.gatewright.yaml')
    execFileSync('mkfifo', [pipe])
    await expect(store.open(pipe, listeners)).rejects.toThrow('it is no regular file')
  })
})

describe('saving', () => {
  it('writes what changed and nothing else', async () => {
    const { open, listeners, onDisk } = harness()
    const project = await open()
    project.save({ ...project.design, name: 'renamed' }, 1)
    await listeners.untilState('saved', 1)
    expect([listeners.story, onDisk()]).toEqual(['saving 1, saved 1', TEXT.replace('name: orders', 'name: renamed')])
    await project.close()
  })

  it('skips editions that are overtaken and ends with the newest', async () => {
    const writes: string[] = []
    const { open, listeners } = harness({
      write: async (path, text) => {
        writes.push(parseProject(text, '').design?.name ?? '')
        await writeFileAtomically(path, text)
      },
    })
    const project = await open()
    for (let revision = 1; revision <= 50; revision++) project.save(named(`r${revision}`), revision)
    await listeners.untilState('saved', 50)
    expect(writes).toEqual(['r50'])
    await project.close()
  })

  it('saves in order while a write is under way', async () => {
    const releases: (() => void)[] = []
    const started: (() => void)[] = []
    const writes: string[] = []
    const { open, listeners } = harness({
      write: async (path, text) => {
        writes.push(parseProject(text, '').design?.name ?? '')
        await new Promise<void>((resolve) => {
          releases.push(resolve)
          started.shift()?.()
        })
        await writeFileAtomically(path, text)
      },
    })
    const project = await open()
    const firstStarted = new Promise<void>((resolve) => started.push(resolve))
    project.save(named('one'), 1)
    await firstStarted
    const secondStarted = new Promise<void>((resolve) => started.push(resolve))
    project.save(named('two'), 2)
    project.save(named('three'), 3)
    releases[0]?.()
    await secondStarted
    releases[1]?.()
    await listeners.untilState('saved', 3)
    expect([writes, listeners.story]).toEqual([['one', 'three'], 'saving 1, saving 2, saving 3, saved 1, saved 3'])
    await project.close()
  })

  it('writes what is left to write before it closes, and nothing afterwards', async () => {
    const { open, listeners, onDisk } = harness({ gatherMs: 60_000 })
    const project = await open()
    project.save(named('last'), 7)
    await project.close()
    project.save(named('too late'), 8)
    expect([listeners.story, parseProject(onDisk(), '').design?.name]).toEqual(['saving 7, saved 7', 'last'])
  })

  it('says why it failed, keeps the design and tries again by itself', async () => {
    let failures = 2
    const { open, listeners, onDisk, path } = harness({
      write: async (target, text) => {
        if (failures-- > 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        await writeFileAtomically(target, text)
      },
    })
    const project = await open()
    project.save(named('kept'), 1)
    await listeners.untilState('saved', 1)
    const failed = listeners.states.find((state) => state.state === 'failed')
    expect([listeners.story, failed, parseProject(onDisk(), '').design?.name]).toEqual([
      'saving 1, failed 1, failed 1, saved 1',
      {
        state: 'failed',
        revision: 1,
        message: `${path} cannot be written: the disk is full (ENOSPC). The design is kept here and is saved as soon as that works.`,
      },
      'kept',
    ])
    await project.close()
  })

  it.skipIf(!existsSync('/dev/full'))(
    'fails in words on a disk that is really full (skipped where there is no /dev/full)',
    async () => {
      const { open, listeners, onDisk } = harness({
        retryMs: [],
        write: async (_path, text) => writeFileSync('/dev/full', text),
      })
      const project = await open()
      project.save(named('kept'), 1)
      await listeners.untilState('failed', 1)
      expect([listeners.states.at(-1), onDisk()]).toMatchObject([
        { message: expect.stringContaining('the disk is full') },
        TEXT,
      ])
      await project.close()
    },
  )

  it.skipIf(process.getuid?.() === 0)(
    'fails in words in a folder that may not be written (skipped for root, who may)',
    async () => {
      const { folder, open, listeners, onDisk } = harness({ retryMs: [] })
      const project = await open()
      chmodSync(folder, 0o500)
      project.save(named('kept'), 1)
      await listeners.untilState('failed', 1)
      chmodSync(folder, 0o700)
      expect([listeners.states.at(-1), onDisk()]).toMatchObject([
        { message: expect.stringContaining('access is denied') },
        TEXT,
      ])
      project.save(named('kept'), 2)
      await listeners.untilState('saved', 2)
      await project.close()
    },
  )
})

describe('a file changed outside', () => {
  const THEIRS = TEXT.replace('orders', 'theirs')

  it('is never written over: the save becomes a conflict and the window is told what the file holds', async () => {
    const { path, open, listeners, onDisk } = harness()
    const project = await open()
    writeFileSync(path, THEIRS)
    project.save(named('mine'), 1)
    await listeners.untilState('conflict', 1)
    expect([listeners.story, onDisk(), listeners.changes.map((change) => [change.path, change.design?.name])]).toEqual([
      'saving 1, conflict 1',
      THEIRS,
      [[path, 'theirs']],
    ])
    await project.close()
    expect(onDisk()).toBe(THEIRS)
  })

  it('is overwritten on request, keeping the comments it has', async () => {
    const { path, open, listeners, onDisk } = harness()
    const project = await open()
    writeFileSync(path, `${THEIRS}# theirs too\n`)
    project.save({ ...project.design, name: 'mine' }, 1)
    await listeners.untilState('conflict', 1)
    expect(await project.overwrite()).toEqual({ state: 'saved', revision: 1 })
    expect(onDisk()).toBe(`${THEIRS.replace('theirs', 'mine')}# theirs too\n`)
    project.save({ ...project.design, name: 'next' }, 2)
    await listeners.untilState('saved', 2)
    await project.close()
  })

  it('is overwritten on request when it is no project any more', async () => {
    const { path, open, listeners, onDisk } = harness()
    const project = await open()
    writeFileSync(path, '<<<<<<< merge conflict')
    project.save({ ...project.design, name: 'mine' }, 1)
    await listeners.untilState('conflict', 1)
    expect(listeners.changes[0]).toMatchObject({ design: null, message: expect.stringContaining('cannot be read now') })
    await project.overwrite()
    expect(onDisk()).toBe(TEXT.replace('orders', 'mine'))
    await project.close()
  })

  it('is told of when nothing waits to be saved, once for each content', async () => {
    const { path, open, listeners, tellChange } = harness()
    const project = await open()
    writeFileSync(path, THEIRS)
    tellChange()
    tellChange()
    await listeners.until(() => listeners.changes.length === 1)
    writeFileSync(path, THEIRS.replace('theirs', 'again'))
    tellChange()
    await listeners.until(() => listeners.changes.length === 2)
    expect(listeners.changes.map((change) => change.design?.name)).toEqual(['theirs', 'again'])
    expect(listeners.states).toEqual([])
    await project.close()
  })

  it('is saved to again once it is as it was', async () => {
    const { path, open, listeners, tellChange, onDisk } = harness()
    const project = await open()
    writeFileSync(path, THEIRS)
    project.save({ ...project.design, name: 'mine' }, 1)
    await listeners.untilState('conflict', 1)
    writeFileSync(path, TEXT)
    tellChange()
    await listeners.untilState('saved', 1)
    expect(onDisk()).toBe(TEXT.replace('orders', 'mine'))
    await project.close()
  })

  it('counts as changed when it was removed, and comes back on request', async () => {
    const { path, open, listeners, onDisk } = harness()
    const project = await open()
    rmSync(path)
    project.save({ ...project.design, name: 'mine' }, 1)
    await listeners.untilState('conflict', 1)
    expect(listeners.changes).toMatchObject([{ path, design: null, message: expect.stringContaining('removed') }])
    await project.overwrite()
    expect(onDisk()).toBe(TEXT.replace('orders', 'mine'))
    await project.close()
  })

  it('does not count as changed by its own saves', async () => {
    const { open, listeners, tellChange } = harness()
    const project = await open()
    for (let revision = 1; revision <= 5; revision++) {
      project.save(named(`r${revision}`), revision)
      await listeners.untilState('saved', revision)
      tellChange()
    }
    await project.close()
    expect(listeners.changes).toEqual([])
  })

  it('is noticed by the system itself, written in place or replaced', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'orders.gatewright.yaml')
    writeFileSync(path, TEXT)
    const listeners = new RecordingListeners()
    const project = await createProjectStore({ projectsFolder: folder }).open(path, listeners)
    writeFileSync(path, THEIRS)
    await listeners.until(() => listeners.changes.some((change) => change.design?.name === 'theirs'))
    writeFileSync(join(folder, 'other'), THEIRS.replace('theirs', 'replaced'))
    renameSync(join(folder, 'other'), path)
    await listeners.until(() => listeners.changes.some((change) => change.design?.name === 'replaced'))
    await project.close()
  })
})

describe('creating', () => {
  it('names files after the design and never takes a name that is taken', async () => {
    const { store, listeners } = harness()
    const folder = temporaryFolder()
    const inner = createProjectStore({
      projectsFolder: join(folder, 'new', 'folder'),
      saving: { watch: () => () => undefined },
    })
    const names = ['Order API', 'Order API', '../../etc/passwd', 'CON', '  ', 'Großer Übersee-Versand']
    const projects = []
    for (const name of names) projects.push(await inner.create({}, named(name), listeners))
    expect(projects.map((project) => project.path.slice(folder.length))).toEqual(
      ['order-api', 'order-api-2', 'etc-passwd', 'project-con', 'project', 'großer-übersee-versand'].map(
        (name) => `/new/folder/${name}.gatewright.yaml`,
      ),
    )
    expect(statSync(projects[0]?.path ?? '').mode & 0o777).toBe(0o600)
    const reopened = await store.open(projects[0]?.path ?? '', listeners)
    expect(reopened.design).toEqual(named('Order API'))
    await Promise.all([reopened, ...projects].map((project) => project.close()))
  })

  it('puts a new file into the folder that is named', async () => {
    const { store, folder, listeners } = harness()
    const project = await store.create({ folder: join(folder, 'shop') }, named('Order API'), listeners)
    expect(project.path).toBe(join(folder, 'shop', 'order-api.gatewright.yaml'))
    await project.close()
  })

  it('refuses a path that is taken or cannot be written', async () => {
    const { store, path, listeners, onDisk } = harness()
    await expect(store.create({ path }, named('x'), listeners)).rejects.toMatchObject({
      code: 'project/exists',
      details: { path },
    })
    await expect(store.create({ path: join(path, 'below') }, named('x'), listeners)).rejects.toMatchObject({
      code: 'project/unwritable',
    })
    expect(onDisk()).toBe(TEXT)
  })

  it('saves on to the new file', async () => {
    const { store, folder, listeners } = harness()
    const path = join(folder, 'made.gatewright.yaml')
    const project = await store.create({ path }, named('made'), listeners)
    project.save(named('changed'), 1)
    await listeners.untilState('saved', 1)
    expect(parseProject(readFileSync(path, 'utf8'), '').design?.name).toBe('changed')
    await project.close()
  })
})

describe('listing', () => {
  it('lists folders, projects and documents, hidden files and others left out', async () => {
    const { folder, store } = harness()
    for (const name of ['b10', 'b9', '.git']) mkdirSync(join(folder, name))
    for (const name of ['api.json', 'a.YAML', 'notes.txt', '.hidden.yaml', 'z.yml', 'deploy.sh', 'stack.template'])
      writeFileSync(join(folder, name), '')
    const entry = (name: string, kind: string) => ({ name, path: join(folder, name), kind })
    expect(await store.list(undefined)).toEqual({
      folder,
      parent: dirname(folder),
      entries: [
        entry('b9', 'folder'),
        entry('b10', 'folder'),
        entry('a.YAML', 'document'),
        entry('api.json', 'document'),
        entry('deploy.sh', 'document'),
        entry('orders.gatewright.yaml', 'project'),
        entry('stack.template', 'document'),
        entry('z.yml', 'document'),
      ],
    })
  })

  it('has no parent at the top, makes the projects folder and says what it cannot list', async () => {
    const folder = join(temporaryFolder(), 'not', 'yet')
    const store = createProjectStore({ projectsFolder: folder })
    expect((await store.list('/')).parent).toBe(null)
    expect((await store.list(undefined)).entries).toEqual([])
    await expect(store.list(join(folder, 'gone'))).rejects.toMatchObject({ code: 'project/not-found' })
  })
})
