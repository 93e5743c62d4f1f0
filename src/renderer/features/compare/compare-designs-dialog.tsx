import { Button, Group, Modal } from '@mantine/core'
import type { CompareAnswer } from '@shared/contract/compare'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import { useCompareStore } from '../../stores/compare-store'
import { goToField } from '../../stores/go-to-field'
import { useShellStore } from '../../stores/shell-store'
import { ChangeList } from '../../ui/change-list'
import { DiagnosticList } from '../../ui/diagnostic-list'
import { plural } from '../../ui/format'
import './compare-designs.css'

/** What differs between the open design and a file: by API, route and setting. */
export function CompareDesignsDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'compare-designs')
  const close = useShellStore((state) => state.close)
  const answer = useCompareStore((state) => state.answer)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={answer && `This design and ${answer.fileName}`}
      size={760}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {answer && <Answer answer={answer} />}
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={close}>
          Close
        </Button>
      </Group>
    </Modal>
  )
}

function Answer({ answer }: { readonly answer: CompareAnswer }) {
  const { changes, diagnostics, format, fileName } = answer
  const problems = diagnostics.filter(({ severity }) => severity !== 'info')
  return (
    <div className="gw-compare-designs" data-testid="compare-designs">
      {changes === null ? (
        <p>{fileName} cannot be read, so there is nothing to compare with.</p>
      ) : changes.length === 0 ? (
        <p>{format}. It describes the same as this design.</p>
      ) : (
        <p>
          {format}. {plural(changes.length, 'difference')}: what the file adds (+), lacks (−) and has otherwise (~).
        </p>
      )}
      {changes !== null && <Groups changes={changes} />}
      {problems.length > 0 && (
        <>
          <h3>{changes === null ? 'Why' : 'Remarks about the file'}</h3>
          <DiagnosticList diagnostics={problems} />
        </>
      )}
    </div>
  )
}

function Groups({ changes }: { readonly changes: readonly ApiChange[] }) {
  const apis = [...new Set(changes.map(({ api }) => api))]
  return (
    <div className="gw-compare-groups" tabIndex={0} role="group" aria-label="Differences">
      {apis.map((api) => (
        <section key={api} aria-label={api || 'Project'}>
          <h3>{api || 'Project'}</h3>
          <ChangeList
            label={`Differences of ${api || 'the project'}`}
            changes={changes.filter((change) => change.api === api)}
            onChoose={show}
          />
        </section>
      ))}
    </div>
  )
}

function show({ beforePointer }: ApiChange): void {
  if (beforePointer !== undefined && goToField(beforePointer)) useShellStore.getState().close()
}
