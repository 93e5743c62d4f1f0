import { useDesignStore } from '../../stores/design-store'
import { templatesOf, useTemplateStore } from '../../stores/template-store'
import { ConfirmName } from '../../ui/confirm-name'
import { AttachDialog } from './attach-dialog'
import { freeCaseName, saveCase } from './case-actions'
import { PasteDialog } from './paste-dialog'
import { changeTemplateName, createTemplate, freeTemplateName } from './template-actions'
import { useTemplateName, useTemplatePart } from './use-template'

const close = (): void => useTemplateStore.getState().openDialog(null)

/** Whatever this screen asks for, one at a time. */
export function TemplateDialogs() {
  const dialog = useTemplateStore((state) => state.dialog)
  return (
    <>
      <NewTemplate isOpen={dialog === 'new'} />
      <RenameTemplate isOpen={dialog === 'rename'} />
      <SaveCase isOpen={dialog === 'save-case'} />
      <PasteDialog isOpen={dialog === 'paste'} onClose={close} />
      <AttachDialog isOpen={dialog === 'attach'} onClose={close} />
    </>
  )
}

interface DialogProps {
  readonly isOpen: boolean
}

function problemOfName(name: string): string | undefined {
  const { design } = useDesignStore.getState()
  if (name === '__proto__') return 'Another name is needed'
  return Object.hasOwn(templatesOf(design), name) ? `There is a template ${name} already` : undefined
}

function NewTemplate({ isOpen }: DialogProps) {
  return (
    <ConfirmName
      isOpen={isOpen}
      title="New template"
      label="Name"
      action="Add template"
      initial={freeTemplateName('template.vtl')}
      validate={problemOfName}
      onConfirm={(name) => {
        createTemplate(name)
        close()
      }}
      onClose={close}
    />
  )
}

function RenameTemplate({ isOpen }: DialogProps) {
  const name = useTemplateName()
  if (name === null) return null
  return (
    <ConfirmName
      isOpen={isOpen}
      title={`Rename ${name}`}
      label="Name"
      action="Rename template"
      initial={name}
      validate={(next) => (next === name ? undefined : problemOfName(next))}
      onConfirm={(next) => {
        changeTemplateName(name, next)
        close()
      }}
      onClose={close}
    />
  )
}

function SaveCase({ isOpen }: DialogProps) {
  const cases = useTemplatePart((template) => template.cases, undefined)
  const isFailure = useTemplateStore((state) => state.shown?.answer.outcome.ok === false)
  return (
    <ConfirmName
      isOpen={isOpen}
      title="Save as case"
      label="Name"
      action="Save case"
      initial={freeCaseName('Case')}
      help={
        isFailure
          ? 'The event is kept; the case expects the template to fail with it. A case of the same name is replaced.'
          : 'The event is kept with the output it gives now, which is expected from then on. A case of the same name is replaced.'
      }
      validate={(name) => (cases !== undefined && name.length > 200 ? 'At most 200 characters' : undefined)}
      onConfirm={(name) => {
        void saveCase(name)
        close()
      }}
      onClose={close}
    />
  )
}
