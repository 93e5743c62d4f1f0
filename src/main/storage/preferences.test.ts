import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@shared/contract/app-info'
import { createPreferences } from './preferences'
import { temporaryFolder } from './testing/temporary-folder'

describe('createPreferences', () => {
  it('has the defaults before anything was chosen, and then what was chosen', async () => {
    const dataFolder = join(temporaryFolder(), 'data')
    const preferences = createPreferences({ dataFolder })
    expect([await preferences.readSettings(), await preferences.readRecent()]).toEqual([DEFAULT_SETTINGS, []])
    const chosen = { theme: 'dark', density: 'comfortable', motion: 'reduced', gatewayPort: 0 } as const
    await preferences.writeSettings(chosen)
    expect(await createPreferences({ dataFolder }).readSettings()).toEqual(chosen)
    expect(statSync(join(dataFolder, 'settings.json')).mode & 0o777).toBe(0o600)
  })

  it.each(['', '{', '[]', 'null', '{"theme": "pink", "gatewayPort": 70000}', '{"__proto__": {"theme": "dark"}}'])(
    'counts a settings file that holds %j as absent',
    async (text) => {
      const dataFolder = temporaryFolder()
      writeFileSync(join(dataFolder, 'settings.json'), text)
      writeFileSync(join(dataFolder, 'recent.json'), text)
      const preferences = createPreferences({ dataFolder })
      expect([await preferences.readSettings(), await preferences.readRecent()]).toEqual([DEFAULT_SETTINGS, []])
    },
  )

  it('keeps which lessons were taken, and drops what is no progress', async () => {
    const dataFolder = temporaryFolder()
    const lessons = { burst: 'RIGHT', cache: 'DONE' } as const
    await createPreferences({ dataFolder }).writeSettings({ ...DEFAULT_SETTINGS, lessons })
    expect(await createPreferences({ dataFolder }).readSettings()).toEqual({ ...DEFAULT_SETTINGS, lessons })
    writeFileSync(join(dataFolder, 'settings.json'), '{"lessons": {"burst": "RIGHT", "cache": 7, "__proto__": {}}}')
    expect(await createPreferences({ dataFolder }).readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      lessons: { burst: 'RIGHT' },
    })
  })

  it('remembers the folders that were trusted, and no other', async () => {
    const dataFolder = temporaryFolder()
    const preferences = createPreferences({ dataFolder })
    await preferences.trust('/home/ada/orders')
    await preferences.trust('/home/ada/orders')
    const again = createPreferences({ dataFolder })
    expect([await again.isTrusted('/home/ada/orders'), await again.isTrusted('/home/ada')]).toEqual([true, false])
    expect(JSON.parse(readFileSync(join(dataFolder, 'trusted.json'), 'utf8'))).toEqual(['/home/ada/orders'])
  })

  it('keeps the last twenty projects, newest first, each once, and sees which are gone', async () => {
    const dataFolder = temporaryFolder()
    let time = 1000
    const preferences = createPreferences({ dataFolder, now: () => time++ })
    const path = (number: number): string => join(dataFolder, `p${number}`)
    mkdirSync(path(24))
    await Promise.all(
      [...Array.from({ length: 25 }).keys(), 3].map((n) => preferences.addRecent({ path: path(n), name: `n${n}` })),
    )
    const recent = await preferences.readRecent()
    expect(recent.length).toBe(20)
    expect(recent.slice(0, 2)).toEqual([
      { path: path(3), name: 'n3', openedAt: 1025, isMissing: true },
      { path: path(24), name: 'n24', openedAt: 1024, isMissing: false },
    ])
    await preferences.removeRecent(path(3))
    expect((await preferences.readRecent()).map((project) => project.name)).toEqual(
      recent.slice(1).map((project) => project.name),
    )
  })

  it('leaves out entries that are broken', async () => {
    const dataFolder = temporaryFolder()
    writeFileSync(
      join(dataFolder, 'recent.json'),
      JSON.stringify([1, null, { path: 5 }, { path: '/a', name: 'a', openedAt: 1 }]),
    )
    const preferences = createPreferences({ dataFolder })
    expect(await preferences.readRecent()).toEqual([
      { path: '/a', name: 'a', openedAt: 1, isMissing: !existsSync('/a') },
    ])
    expect(readFileSync(join(dataFolder, 'recent.json'), 'utf8')).toContain('null')
  })
})
