import { AboutDialog } from './about-dialog'
import { CompareDialog } from './compare-dialog'
import { FailureDialog } from './failure-dialog'
import { Palette } from './palette/palette'
import { TrustDialog } from './trust-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'
import { ChooserDialog } from '../features/api-types/chooser-dialog'
import { WhatIfDialog } from '../features/api-types/what-if-dialog'
import { ChooseImportDialog } from '../features/welcome/choose-import-dialog'
import { CompareDesignsDialog } from '../features/compare/compare-designs-dialog'
import { NewApiDialog } from '../features/welcome/new-api-dialog'
import { OpenFolderDialog } from '../features/welcome/open-folder-dialog'
import { ImportReportDialog } from '../features/import-report/import-report-dialog'

/** Everything that may lie over the window; the store shows one at a time. */
export function Overlays() {
  return (
    <>
      <Palette />
      <ShortcutsDialog />
      <AboutDialog />
      <NewApiDialog />
      <ChooserDialog />
      <WhatIfDialog />
      <OpenFolderDialog />
      <ChooseImportDialog />
      <ImportReportDialog />
      <CompareDialog />
      <CompareDesignsDialog />
      <FailureDialog />
      <TrustDialog />
    </>
  )
}
