import { Button } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import type { Remedy } from '@shared/contract/simulation'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useRunStore } from '../../stores/run-store'
import { toast } from '../../ui/toast'
import { applySetting } from './apply-setting'

/** The smallest change that would have let the request through, and a way to make it. */
export function WhyRemedy({ remedy }: { readonly remedy: Remedy }) {
  return (
    <div className="gw-sim-remedy" data-testid="why-remedy" data-pointer={remedy.pointer} data-value={remedy.value}>
      <IconBulb size={16} stroke={1.6} aria-hidden="true" />
      <p>{remedy.text}</p>
      <Button size="compact-sm" onClick={() => tryRemedy(remedy)}>
        Try it
      </Button>
    </div>
  )
}

function tryRemedy({ pointer, value, text }: Remedy): void {
  const { scenario } = useRunStore.getState()
  if (scenario === null) return
  const isChanged = editWithUndo({
    name: 'Try the remedy',
    change: (design) => applySetting(design, scenario, [{ pointer, value }]),
    message: `Set to ${value.toLocaleString('en-US')}. Run again to see what it does.`,
    code: 'remedy-tried',
  })
  if (!isChanged) toast({ message: `It is so already: ${text}`, code: 'remedy-tried' })
}
