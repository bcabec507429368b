"""`lode completion SHELL`: prints a script that lets the shell complete words. It runs `lode complete` at each Tab."""

from tui.cli.arguments import Options
from tui.cli.context import Context, Status, refuse_choice

# The line up to the cursor is split again: for bash, the colon in by:usgs ends a word.
_BASH = r"""_lode() {
    local line=${COMP_LINE:0:COMP_POINT} word begun candidate meaning
    local -a words
    read -ra words <<< "$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    word=${words[${#words[@]} - 1]}
    [[ $COMP_WORDBREAKS == *:* ]] && begun=${word%"${word##*[:=]}"}
    COMPREPLY=()
    while IFS=$'\t' read -r candidate meaning; do
        COMPREPLY+=("${candidate#"$begun"}")
    done < <("$1" complete -- "${words[@]:1}" 2> /dev/null)
    [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *: ]] && compopt -o nospace 2> /dev/null
}
complete -o default -F _lode lode
"""

_ZSH = r"""#compdef lode
_lode() {
    local line
    local -a whole whole_said open open_said
    while IFS= read -r line; do
        local value=${line%%$'\t'*} meaning=${line#*$'\t'}
        if [[ $value == *: ]]; then
            open+=("$value") open_said+=("$value")
        else
            whole+=("$value") whole_said+=("$value${meaning:+  -- $meaning}")
        fi
    done < <("${words[1]}" complete -- "${(@)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)
    (( ${#whole} )) && compadd -l -d whole_said -a whole
    (( ${#open} )) && compadd -S '' -d open_said -a open
    (( ${#whole} + ${#open} )) || _files
}
if [[ ${funcstack[1]} == _lode ]]; then
    _lode "$@"
else
    compdef _lode lode
fi
"""

_FISH = r"""function __lode_complete
    set -l words (commandline -opc)
    command $words[1] complete -- $words[2..] (commandline -ct) 2> /dev/null
end
complete -c lode -f -a '(__lode_complete)'
complete -c lode -n 'test (count (__lode_complete)) -eq 0' -F
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def run(options: Options, context: Context) -> Status:
    """Prints the script."""
    if options.shell not in SCRIPTS:
        refuse_choice(options.shell, "a shell that lode completes for", SCRIPTS)
    context.print_text(SCRIPTS[options.shell].rstrip("\n"))
    return Status.DONE
