import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MENU_COMMANDS } from '@shared/contract/menu'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const out = join(root, 'out')
const isBuilt = existsSync(join(out, 'main/index.js')) && existsSync(join(out, 'renderer/index.html'))

// Runs what would be shipped, in plain Node, with a stand-in for Electron (scripts/electron-stub). `npm test` builds first.
describe.skipIf(!isBuilt)(
  `the built Electron host${isBuilt ? '' : ' (skipped: nothing is built, run npm run build)'}`,
  () => {
    let folder = ''
    let facts: Record<string, unknown> = {}

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'gatewright-electron-'))
      const env = {
        ...process.env,
        GATEWRIGHT_DATA: join(folder, 'data'),
        GATEWRIGHT_PROJECTS: join(folder, 'projects'),
      }
      const drive = join(root, 'scripts/electron-stub/drive.mjs')
      const { stdout } = await promisify(execFile)(process.execPath, [drive, out], {
        env,
        cwd: folder,
        timeout: 60_000,
      })
      facts = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as typeof facts
    }, 60_000)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('opens a window without Node, in a sandbox, apart from the page', () => {
      expect([facts['isSandboxed'], facts['webPreferences']]).toEqual([
        true,
        {
          preload: 'string',
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          webviewTag: false,
          spellcheck: false,
        },
      ])
    })

    test('loads the page from a scheme of its own, which is no file and needs no other right', () => {
      const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
      expect([facts['url'], facts['schemes']]).toEqual(['app://gatewright/', [{ scheme: 'app', privileges }]])
    })

    test('serves that page with its policy, and nothing outside of it', () => {
      expect(facts['answers']).toEqual([
        [200, 'text/html; charset=utf-8', true],
        [403, 'text/plain; charset=utf-8', true],
        [404, 'text/plain; charset=utf-8', true],
        [403, 'text/plain; charset=utf-8', true],
      ])
    })

    test('exposes call, on and where a dropped file is, and one channel answers', () => {
      expect([facts['exposed'], facts['channels'], facts['droppedPath']]).toEqual([
        [['gatewright', ['call', 'on', 'pathOf']]],
        ['gatewright:call'],
        '/shop/template.yaml',
      ])
    })

    test('answers a call, and the file it was started with is part of the answer', () => {
      expect(facts['info']).toMatchObject({ result: { openPath: resolve(realFolder(), 'orders.gatewright.yaml') } })
    })

    test('answers an unknown command and wrong arguments with typed errors', () => {
      expect([facts['unknownCommand'], facts['badArguments']]).toMatchObject([
        { error: { code: 'contract/unknown-command' } },
        { error: { code: 'contract/invalid-arguments' } },
      ])
    })

    test('refuses a call from another page, a frame in the page, or a frame that is gone', () => {
      expect(facts['foreignSenders']).toEqual(
        Array.from({ length: 4 }, () => 'refused: This page may not call Gatewright.'),
      )
    })

    test('keeps the window on its page and opens no other; only known sites reach the system browser', () => {
      expect([facts['navigation'], facts['windowOpen'], facts['openedExternally']]).toEqual([
        [
          ['will-navigate', true],
          ['will-frame-navigate', true],
          ['will-redirect', true],
          ['will-attach-webview', true],
        ],
        Array.from({ length: 3 }, () => ({ action: 'deny' })),
        ['https://docs.aws.amazon.com/x'],
      ])
    })

    test('grants none of the permissions that a page could ask for', () => {
      const asked = ['media', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'usb']
      expect(facts['permissions']).toEqual(asked.map((name) => [name, false, false]))
    })

    test('has the commands of the palette in its menu, and tells the window which was chosen', () => {
      expect([facts['menuCommands'], facts['chosen']]).toEqual([
        expect.arrayContaining(MENU_COMMANDS.map(({ id }) => id)),
        [{ id: 'run.simulate' }],
      ])
    })

    test('a second start hands its file to the first and brings its window to the front', () => {
      expect([facts['secondInstance'], facts['focused']]).toEqual([
        [{ id: 'project.openPath', path: resolve('/projects/b.yaml') }],
        1,
      ])
    })

    test('a simulation reaches the window as one buffer, without the event object', () => {
      expect(facts['snapshot']).toEqual({ isBuffer: true, argumentCount: 1 })
    })

    test('remembers its window and ends once everything is saved', () => {
      const state: unknown = JSON.parse(readFileSync(join(folder, 'data/window/window.json'), 'utf8'))
      expect([state, facts['quits']]).toEqual([
        { width: 1000, height: 700, position: { x: 10, y: 20 }, isMaximized: false },
        2,
      ])
    })

    /** macOS reaches its temporary folder through a link. */
    function realFolder(): string {
      return process.platform === 'darwin' ? join('/private', folder) : folder
    }
  },
)
