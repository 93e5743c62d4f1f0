import { create } from 'zustand'
import type { CompareAnswer } from '@shared/contract/compare'
import { bridge } from '../contract-client'
import { useDesignStore } from './design-store'
import { fileBase64 } from './file-base64'
import { attempt } from './project-actions'
import { refuseLargeFile } from './refuse-large-file'
import { useShellStore } from './shell-store'

/** The last comparison of the open design with a file. */
export const useCompareStore = create<{ readonly answer: CompareAnswer | null }>()(() => ({ answer: null }))

/** Compare the open design with a document of any format, and show what differs. */
export function compareWithFile(file: File): Promise<boolean> {
  return attempt(`The design cannot be compared with ${file.name}`, async () => {
    refuseLargeFile(file)
    useDesignStore.getState().sendNow()
    const answer = await bridge.call('design.compare', { fileName: file.name, base64: await fileBase64(file) })
    useCompareStore.setState({ answer })
    useShellStore.getState().open('compare-designs')
  })
}
