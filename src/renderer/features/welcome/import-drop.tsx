import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { chooseFile } from '../../stores/choose-file'
import { commandKeys } from '../../stores/command-keys'
import { readImport } from '../../stores/project-actions'
import './import-drop.css'

/** Says that the window takes files, and offers to choose one. Dropping itself works everywhere in the window. */
export function ImportDrop() {
  return (
    <div className="gw-import-drop" data-testid="import-drop">
      <IconFileImport size={24} stroke={1.4} aria-hidden />
      <p className="gw-import-drop-title">Drop a file to import it</p>
      <p>OpenAPI 2.0 or 3.x, CloudFormation, SAM, an aws CLI script or a Gatewright project</p>
      <Button
        data-autofocus
        rightSection={<span className="gw-import-drop-note">{commandKeys('import.choose')}</span>}
        onClick={() => chooseFile((file) => void readImport(file))}
      >
        Choose file
      </Button>
      <p className="gw-import-drop-note">You see what carries over before anything is saved</p>
    </div>
  )
}
