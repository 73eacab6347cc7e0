import { Outlet } from '@tanstack/react-router'
import { OfflineBanner } from './OfflineBanner.tsx'

/** What surrounds every page, the public ones too. */
export function RootFrame() {
  return (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  )
}
