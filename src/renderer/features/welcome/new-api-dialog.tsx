import { createApi } from '../../stores/project-actions'
import { useShellStore } from '../../stores/shell-store'
import { ConfirmName } from '../../ui/confirm-name'

/** The name becomes that of the API, of the project and of its file. */
export function NewApiDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'new-api')
  const close = useShellStore((state) => state.close)
  return (
    <ConfirmName
      isOpen={isOpen}
      title="New API"
      label="Name"
      action="Create API"
      initial="my-api"
      help="A REST API with one route, GET /, in a project file of this name in your projects folder."
      validate={(name) =>
        name.length > 128 || /[\\/:*?"<>|]/.test(name)
          ? 'At most 128 characters, without \\ / : * ? " < > |'
          : undefined
      }
      onConfirm={(name) => void createApi(name)}
      onClose={close}
    />
  )
}
