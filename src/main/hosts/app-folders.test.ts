import { expect, test } from 'vitest'
import { appFolders } from './app-folders'

test.each([
  ['linux', {}, '/home/ann/.local/share/gatewright'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/gatewright'],
  ['darwin', {}, '/home/ann/Library/Application Support/Gatewright'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Gatewright'],
  ['linux', { GATEWRIGHT_DATA: '/mine' }, '/mine'],
])('on %s with %j data is kept in %s', (platform, env, dataFolder) => {
  expect(appFolders(platform, '/home/ann', env)).toEqual({ dataFolder, projectsFolder: '/home/ann/Gatewright' })
})

test('new projects go where the environment says', () => {
  expect(appFolders('linux', '/home/ann', { GATEWRIGHT_PROJECTS: '/p' }).projectsFolder).toBe('/p')
})
