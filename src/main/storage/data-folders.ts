import { join, resolve } from 'node:path'

/** What decides where things are kept; in the program `process.env`, `process.platform` and `os.homedir()`. */
export interface Surroundings {
  readonly env: { readonly [name: string]: string | undefined }
  readonly platform: string
  readonly home: string
}

export interface DataFolders {
  /** Settings and the recent list. */
  readonly dataFolder: string
  /** New projects, where people look for their documents. */
  readonly projectsFolder: string
}

/** `GATEWRIGHT_DATA` and `GATEWRIGHT_PROJECTS` win over the places each system has for such things. */
export function dataFolders({ env, platform, home }: Surroundings): DataFolders {
  return {
    dataFolder: env.GATEWRIGHT_DATA ? resolve(env.GATEWRIGHT_DATA) : ownFolder(env, platform, home),
    projectsFolder: env.GATEWRIGHT_PROJECTS ? resolve(env.GATEWRIGHT_PROJECTS) : join(home, 'Documents', 'Gatewright'),
  }
}

function ownFolder(env: Surroundings['env'], platform: string, home: string): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Gatewright')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Gatewright')
  return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'gatewright')
}
