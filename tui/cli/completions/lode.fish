function __lode_complete
    set -l words (commandline -opc)
    command $words[1] complete -- $words[2..] (commandline -ct) 2> /dev/null
end
complete -c lode -f -a '(__lode_complete)'
complete -c lode -n 'test (count (__lode_complete)) -eq 0' -F
