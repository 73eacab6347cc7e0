/** Where the figures of a pilot open: a list that holds as many, or sums up to as much. */
export function pilotFigures(pilotId: string) {
  const at = `/pilots/${pilotId}`
  return {
    awardFen: `${at}/money`,
    committedFen: `${at}/money/lines`,
    disbursedFen: `${at}/money`,
    spentFen: `${at}/payments?state=paid`,
    services: `${at}/services`,
    servicesCounted: `${at}/services?counted=yes`,
  } as const
}
