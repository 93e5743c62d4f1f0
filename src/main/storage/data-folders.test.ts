import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolders } from './data-folders'

describe('dataFolders', () => {
  it.each([
    ['linux', {}, '/home/me/.config/gatewright'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/gatewright'],
    ['darwin', {}, '/home/me/Library/Application Support/Gatewright'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Gatewright'],
    ['win32', {}, '/home/me/AppData/Roaming/Gatewright'],
  ])('keeps data on %s with %j in %s', (platform, env, dataFolder) => {
    const folders = dataFolders({ env, platform, home: '/home/me' })
    expect(folders).toEqual({ dataFolder, projectsFolder: '/home/me/Documents/Gatewright' })
  })

  it('keeps everything where the environment says', () => {
    const env = { GATEWRIGHT_DATA: '/a', GATEWRIGHT_PROJECTS: 'b' }
    expect(dataFolders({ env, platform: 'darwin', home: '/home/me' })).toEqual({
      dataFolder: '/a',
      projectsFolder: resolve('b'),
    })
  })
})
