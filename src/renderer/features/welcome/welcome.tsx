import { Button } from '@mantine/core'
import { IconFolderOpen, IconPlus } from '@tabler/icons-react'
import { commandKeys } from '../../stores/command-keys'
import { pickProject } from '../../stores/project-actions'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore } from '../../stores/ui-store'
import { Logo } from '../../ui/logo'
import { ImportDrop } from './import-drop'
import { LessonBlock } from './lesson-block'
import { RecentList } from './recent-list'
import { SampleList } from './sample-list'
import './welcome.css'

/** Where a project comes from: a new one, one on disk, an import or a sample. */
export function Welcome() {
  const info = useUiStore((state) => state.info)
  if (info === null) return null
  return (
    <div className="gw-welcome" data-testid="welcome">
      <div className="gw-welcome-page">
        <div>
          <div className="gw-welcome-brand">
            <Logo size={40} />
            <div>
              <p className="gw-welcome-name">Gatewright</p>
              <p>Design, run and stress API Gateway on this computer</p>
            </div>
          </div>
          <div className="gw-welcome-buttons">
            <Button
              variant="filled"
              data-testid="new-api"
              leftSection={<IconPlus size={16} />}
              rightSection={commandKeys('project.new')}
              onClick={() => useShellStore.getState().open('new-api')}
            >
              New API
            </Button>
            <Button
              data-testid="open-project"
              leftSection={<IconFolderOpen size={16} />}
              rightSection={commandKeys('project.open')}
              onClick={() => void pickProject()}
            >
              Open project
            </Button>
          </div>
          <ImportDrop />
          <RecentList recent={info.recent} />
        </div>
        <div>
          <SampleList samples={info.samples} />
          <LessonBlock />
        </div>
      </div>
    </div>
  )
}
