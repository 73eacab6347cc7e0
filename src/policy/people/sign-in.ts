/** How long a browser is known after the last sign-in from it. */
export const deviceDays = 180

/** How many passwords, the present one among them, are not taken again. */
export const passwordsKept = 5
