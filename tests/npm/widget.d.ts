/** The style sheet as text, put in front of the script when it is served. */
declare const STYLE: string;
