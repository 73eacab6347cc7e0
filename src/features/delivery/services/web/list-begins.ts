/** How the list of services begins. */
export const listBegins = { pageSize: 50, sort: '-updatedAt' } as const
