import { join } from 'node:path'

/** Where Gatewright keeps what is not in a project, and where it makes new projects. */
export interface AppFolders {
  readonly dataFolder: string
  readonly projectsFolder: string
}

/** `GATEWRIGHT_DATA` and `GATEWRIGHT_PROJECTS` win over the places usual on each system. */
export function appFolders(
  platform: string,
  home: string,
  env: Readonly<Record<string, string | undefined>>,
): AppFolders {
  return {
    dataFolder: env['GATEWRIGHT_DATA'] || usualDataFolder(platform, home, env),
    projectsFolder: env['GATEWRIGHT_PROJECTS'] || join(home, 'Gatewright'),
  }
}

function usualDataFolder(platform: string, home: string, env: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'darwin') return join(home, 'Library/Application Support/Gatewright')
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData/Roaming'), 'Gatewright')
  return join(env['XDG_DATA_HOME'] || join(home, '.local/share'), 'gatewright')
}
