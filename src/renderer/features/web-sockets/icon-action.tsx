import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

export interface IconActionProps {
  readonly icon: Icon
  readonly label: string
  readonly testId?: string
  /** Why it cannot be used now; it stays focusable and says so. */
  readonly reason?: string | null
  onClick(): void
}

/** A small button in the head of a pane, where words have no room. */
export function IconAction({ icon: Shape, label, testId, reason = null, onClick }: IconActionProps) {
  return (
    <Tooltip label={reason ?? label}>
      <ActionIcon
        size={24}
        aria-label={label}
        aria-disabled={reason !== null || undefined}
        aria-description={reason ?? undefined}
        data-testid={testId}
        onClick={() => reason === null && onClick()}
      >
        <Shape size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
